import { distance } from 'fastest-levenshtein';
import { BACKSLASH, fold, isBlankCode, isColon, isHan } from './characters.ts';
import type { LabelNode, Span } from './nodes.ts';
import type { ValueWord, Vocabulary } from './vocabulary.ts';

export interface ValueLabelMatch {
  readonly node: LabelNode;
  /** Index of the value label in the profile. */
  readonly index: number;
  readonly misspelt: boolean;
}

/** Shorter words are too near to others for a letter to be forgiven, and give way to a longer one that is one letter off. */
const SHORTEST_FORGIVEN = 5;

/** The value labels within an indicator's text, whatever stands before them, in order; none reaches over an insert. */
export function findValueLabels(
  text: string,
  start: number,
  end: number,
  inserts: readonly Span[],
  vocabulary: Vocabulary,
): ValueLabelMatch[] {
  const found: ValueLabelMatch[] = [];
  let from = start;
  let escaped = -1;
  let nextInsert = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) {
      escaped = ++i;
      from = i + 1;
    } else if (isColon(code)) {
      for (; (inserts[nextInsert]?.end ?? end) <= i; nextInsert++) from = Math.max(from, inserts[nextInsert]?.end ?? 0);
      const match = isEscapedWord(text, i, escaped, vocabulary) ? undefined : labelBefore(text, i, from, vocabulary);
      if (match) {
        found.push(match);
        from = i + 1;
      }
    }
  }
  return found;
}

/** Whether the word before a colon holds an escaped character, which makes all of it text. */
function isEscapedWord(text: string, colon: number, escaped: number, vocabulary: Vocabulary): boolean {
  if (escaped < 0) return false;
  let letters = 0;
  for (let i = colon - 1; i >= escaped && letters <= vocabulary.longestValueWord; i--) {
    if (isBlankCode(text.charCodeAt(i))) continue;
    if (!isHan(text.charAt(i))) return false;
    if (i === escaped) return true;
    letters++;
  }
  return false;
}

/** The value label that ends at a colon. `from`: no label reaches back beyond it. */
function labelBefore(text: string, colon: number, from: number, vocabulary: Vocabulary): ValueLabelMatch | undefined {
  let short: ValueLabelMatch | undefined;
  for (const word of vocabulary.valueWords) {
    const start = startOfWord(text, colon, from, word);
    if (start === undefined) continue;
    const match = { node: { start, end: wordEnd(text, colon, from), colon }, index: word.index, misspelt: false };
    if (word.word.length >= SHORTEST_FORGIVEN) return match;
    short = match;
    break;
  }
  return misspeltBefore(text, colon, from, vocabulary) ?? short;
}

function wordEnd(text: string, colon: number, from: number): number {
  let end = colon;
  while (end > from && isBlankCode(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Where a word starts that ends at a colon, spaces inside it not counting; undefined where another word stands there. */
function startOfWord(text: string, colon: number, from: number, { word }: ValueWord): number | undefined {
  let left = word.length;
  for (let i = colon - 1; i >= from; i--) {
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) continue;
    if (fold(code) !== word.charCodeAt(left - 1)) return undefined;
    left--;
    if (left === 0) return i;
  }
  return undefined;
}

/** A run of Han before a colon that is one letter away from a value label. */
function misspeltBefore(
  text: string,
  colon: number,
  from: number,
  vocabulary: Vocabulary,
): ValueLabelMatch | undefined {
  const end = wordEnd(text, colon, from);
  const longest = vocabulary.longestValueWord + 1;
  let start = end;
  while (start > from && end - start <= longest && isHan(text.charAt(start - 1))) start--;
  const length = end - start;
  if (length < SHORTEST_FORGIVEN - 1 || length > longest) return undefined;
  const word = text.slice(start, end);
  const near = vocabulary.valueWords.find(
    (candidate) =>
      candidate.word.length >= SHORTEST_FORGIVEN &&
      Math.abs(candidate.word.length - length) <= 1 &&
      distance(word, candidate.word) === 1,
  );
  return near && { node: { start, end, colon }, index: near.index, misspelt: true };
}

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

/** Where the colons and the escaped characters of a text stand, in order; each is taken once. */
export class Marks {
  readonly colons: number[] = [];
  readonly escaped: number[] = [];
  nextColon = 0;
  nextEscaped = 0;
}

/** The value labels in a part of an indicator's text. */
export function findValueLabels(
  text: string,
  start: number,
  end: number,
  inserts: readonly Span[],
  vocabulary: Vocabulary,
): ValueLabelMatch[] {
  const marks = new Marks();
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) marks.escaped.push(++i);
    else if (isColon(code)) marks.colons.push(i);
  }
  return takeValueLabels(text, start, end, marks, inserts, vocabulary);
}

/**
 * The value labels in an indicator's text, whatever stands before them, in order; none reaches over an insert. Takes
 * the marks before `end`.
 */
export function takeValueLabels(
  text: string,
  start: number,
  end: number,
  marks: Marks,
  inserts: readonly Span[],
  vocabulary: Vocabulary,
): ValueLabelMatch[] {
  const found: ValueLabelMatch[] = [];
  const { colons, escaped } = marks;
  let from = start;
  let lastEscaped = -1;
  let nextInsert = 0;
  for (; marks.nextColon < colons.length; marks.nextColon++) {
    const colon = colons[marks.nextColon] as number;
    if (colon >= end) break;
    for (; (escaped[marks.nextEscaped] ?? end) < colon; marks.nextEscaped++) {
      lastEscaped = escaped[marks.nextEscaped] as number;
      from = Math.max(from, lastEscaped + 1);
    }
    for (; (inserts[nextInsert]?.end ?? end) <= colon; nextInsert++) {
      from = Math.max(from, (inserts[nextInsert] as Span).end);
    }
    if (colon < from || isEscapedWord(text, colon, lastEscaped, vocabulary)) continue;
    const match = labelBefore(text, colon, from, vocabulary);
    if (!match) continue;
    found.push(match);
    from = colon + 1;
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

import { isColon, isDigit, isHan, isSpace } from '../../syntax/characters.ts';
import { matchLead } from '../../syntax/labels.ts';
import { skipSpaces } from '../../syntax/lines.ts';
import type { Span } from '../../syntax/nodes.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';

/** A word of Han before a colon, at a line's start; or a label before spaces, or before a figure. */
export interface LeadingWord extends Span {
  /** Squeezed. */
  readonly word: string;
  /** Where what stands behind the word and its colon begins. */
  readonly after: number;
  readonly hasColon: boolean;
}

/** The word that a line begins with, behind 其中; undefined where it begins with none that may be a label. */
export function leadingWord(text: string, start: number, end: number, vocabulary: Vocabulary): LeadingWord | undefined {
  const lead = matchLead(text, start, end);
  const first = lead ? skipSpaces(text, lead.end, end) : start;
  let word = '';
  let wordEnd = first;
  for (let i = first; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isColon(code)) {
      return word === '' ? undefined : { word, start: first, end: wordEnd, after: i + 1, hasColon: true };
    }
    if ((isSpace(code) || isDigit(code)) && isLabel(word, vocabulary)) {
      const after = skipSpaces(text, i, end);
      if (after < end && !isColon(text.charCodeAt(after))) {
        return { word, start: first, end: wordEnd, after, hasColon: false };
      }
    }
    if (isSpace(code)) continue;
    if (word.length > vocabulary.longestLabel || !isHan(text.charAt(i))) return undefined;
    word += text.charAt(i);
    wordEnd = i + 1;
  }
  return undefined;
}

/** Whether a word is a label by its own name, long enough to be no word of a sentence. */
function isLabel(word: string, { labels }: Vocabulary): boolean {
  return labels.get(word)?.name === word;
}

import { isSpace } from '../syntax/characters.ts';
import type { Span } from '../syntax/nodes.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';

/** A word that a reader of characters took for another, and the one that is meant. */
export interface Misread extends Span {
  readonly meant: string;
}

/** What may stand behind the word: not more of a word. */
const NO_LETTER = /^[^\p{L}]/u;

/** The misread word at the start of a value's text: 标推 or 标椎 for 标准. */
export function misreadAt(text: string, { start, end }: Span, { judging }: Vocabulary): Misread | undefined {
  if (start >= end) return undefined;
  for (const { words, meant } of judging.misread) {
    const word = words.startOf(text, start);
    if (word === undefined || start + word.length > end) continue;
    let after = start + word.length;
    while (after < end && isSpace(text.charCodeAt(after))) after++;
    if (after === end || NO_LETTER.test(text.slice(after, after + 2)))
      return { start, end: start + word.length, meant };
  }
  return undefined;
}

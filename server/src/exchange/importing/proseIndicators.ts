import { classNamed } from '../../syntax/classes.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { classWord } from './classCells.ts';
import { numberedParts } from './classColumnText.ts';

/** A number and the word behind it, up to a mark: `①数量指标；`, `2.质量指标：`, `(3)满意度≥`. */
const NUMBERED_WORD =
  /(?:(\d{1,2})[、.．)）](?!\d)|[(（](\d{1,2})[)）]|([①-⑳]))\s*(\p{Script=Han}{2,12})(?=\s*[:：;；,，≥≤=＝><])/gu;

/**
 * Where indicators begin in a line that runs them together in prose: at classes that are numbered from 1 on. A number in
 * figures is one only behind a mark, for it may be the end of a value.
 */
export function numberedClasses(line: string, vocabulary: Vocabulary): number[] {
  const starts: number[] = [];
  for (const match of line.matchAll(NUMBERED_WORD)) {
    const [, digits, bracketed, circled, word = ''] = match;
    const number = circled ? circled.charCodeAt(0) - FIRST_CIRCLED + 1 : Number(digits ?? bracketed);
    const before = line.slice(0, match.index).trimEnd();
    const isFirst = starts.length === 0 && before === '';
    const isFree = isFirst || circled !== undefined || /[;；。,，]$/.test(before);
    if (number !== starts.length + 1 || !isFree || (starts.length === 0 && !isFirst)) continue;
    if (isClass(word, 1, vocabulary) || isClass(word, 2, vocabulary)) starts.push(match.index);
  }
  return starts;
}

const FIRST_CIRCLED = '①'.charCodeAt(0);

/** Whether a line that reads as one indicator may well be several: it is numbered throughout, or names several classes. */
export function mayBeSeveral(line: string, vocabulary: Vocabulary): boolean {
  if ((numberedParts(line)?.length ?? 0) > 1) return true;
  const words = line.split(/[:：;；。]/).map(classWord);
  return ([1, 2] as const).some((level) => {
    const codes = words.flatMap((word) => classNamed(word, level, vocabulary)?.class.code ?? []);
    return new Set(codes).size > 1;
  });
}

function isClass(word: string, level: 1 | 2, vocabulary: Vocabulary): boolean {
  return classNamed(classWord(word), level, vocabulary) !== undefined;
}

import { isHan, squeeze } from '../../syntax/characters.ts';
import { linesOf } from '../../syntax/escape.ts';
import type { Place } from './report.ts';

/** A cell of the source with the name of the column or field that it stands in. */
export interface NamedCell {
  readonly text: string;
  readonly place: Place;
  /** As the source calls it; empty where it does not. */
  readonly column: string;
  readonly isNumber?: boolean | undefined;
  /** The number as it is shown, where that is rounded. */
  readonly shown?: string | undefined;
}

/** A cell's text on one line: a line break reads as nothing between Han, else as a space. */
export function joinedCell(text: string): string {
  let joined = '';
  for (const line of linesOf(text)) {
    const isTight = joined === '' || (isHan(lastOf(joined)) && isHan(firstOf(line)));
    joined += (isTight ? '' : ' ') + line;
  }
  return joined;
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) as number);
}

function lastOf(text: string): string {
  return [...text.slice(-2)].at(-1) as string;
}

/** A cell's word: half-width, without spaces, numbers before it (`一、`, `(二)`, `3.`) and a colon behind it. */
export function wordOf(text: string): string {
  return squeeze(text)
    .replace(/^(?:\([\d一二三四五六七八九十]{1,3}\)|[\d一二三四五六七八九十]{1,3}[、.)])/, '')
    .replace(/[:*★]+$/, '')
    .replace(/^[*★]+/, '');
}

/** A word without what stands in brackets. */
export function withoutBrackets(word: string): string {
  return word.replace(/\([^()]*\)|〔[^〔〕]*〕|【[^【】]*】|\[[^[\]]*\]/g, '');
}

/** What stands in a word's brackets. */
export function bracketsOf(word: string): string[] {
  return [...word.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] as string);
}

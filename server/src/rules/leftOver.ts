import type { Judging } from '../profile/judging.ts';
import { fold, isBlankCode, isColon, isSeparator, SEMICOLON, squeeze } from '../syntax/characters.ts';
import type { IndicatorValue } from '../table/row.ts';
import { question } from '../table/wording.ts';

/** Where a value that a form left a word before (标准:) goes on behind it. */
export interface LeftOver {
  /** Behind the mark. */
  readonly end: number;
  /** Where the value itself begins. */
  readonly rest: number;
}

/** The longest word that is looked for before a value, spaces included. */
const LONGEST = 12;

/** What a form left before a value, if it did and something stands behind it; it may be there twice. */
export function leftOverBefore(text: string, { node, said }: IndicatorValue, judging: Judging): LeftOver | undefined {
  const { start, end } = node.text;
  // Most values have no mark at all, nor anything that is not their text.
  if (end - start === said.text.length && !hasMark(said, judging)) return undefined;
  let found: LeftOver | undefined;
  for (let next = wordBefore(text, start, end, judging); next; next = wordBefore(text, next.rest, end, judging)) {
    found = next;
  }
  return found;
}

const hasMark = question(({ text }) => {
  for (let i = 0; i < text.length; i++) if (isMark(text.charCodeAt(i))) return true;
  return false;
});

function wordBefore(text: string, start: number, end: number, { valuePrefixes }: Judging): LeftOver | undefined {
  const last = Math.min(end, start + LONGEST);
  let mark = start;
  while (mark < last && !isMark(text.charCodeAt(mark))) mark++;
  if (mark >= last || mark === start || !valuePrefixes.has(squeeze(text.slice(start, mark)))) return undefined;
  let rest = mark + 1;
  let behind = rest;
  for (; rest < end && (isBlankCode(text.charCodeAt(rest)) || isSeparator(text.charCodeAt(rest))); rest++) {
    if (isMark(text.charCodeAt(rest))) behind = rest + 1;
  }
  return rest < end ? { end: behind, rest } : undefined;
}

function isMark(code: number): boolean {
  return isColon(code) || fold(code) === SEMICOLON;
}

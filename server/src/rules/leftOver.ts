import type { Judging } from '../profile/judging.ts';
import { fold, isBlankCode, isColon, isSeparator, SEMICOLON, squeeze } from '../syntax/characters.ts';
import { isForValue } from '../syntax/vocabulary.ts';
import type { IndicatorValue } from '../table/row.ts';
import { isUnfilled } from './wordsOfValue.ts';

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
export function leftOverBefore(text: string, { node }: IndicatorValue, judging: Judging): LeftOver | undefined {
  const { start, end } = node.text;
  let found: LeftOver | undefined;
  for (let next = wordBefore(text, start, end, judging); next; next = wordBefore(text, next.rest, end, judging)) {
    found = next;
  }
  return found;
}

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

/** Whether a value was never filled in, whatever a form left before it. */
export function isPlaceholder(text: string, value: IndicatorValue, judging: Judging): boolean {
  if (value.text === '') return false;
  const leftOver = leftOverBefore(text, value, judging);
  const said = squeeze(leftOver ? text.slice(leftOver.rest, value.node.text.end) : value.text);
  return isUnfilled(said, judging);
}

/** Whether a value is one: weights and explanations are not. */
export function isOfPeriodOrYear({ label }: IndicatorValue): boolean {
  return !label || isForValue(label);
}

/**
 * What a value says, as written and without what a form left before it, to be put in another's place; undefined where
 * it says nothing real or goes over several lines.
 */
export function realText(text: string, value: IndicatorValue, judging: Judging): string | undefined {
  if (value.text === '' || isPlaceholder(text, value, judging)) return undefined;
  const { start, end } = value.node.text;
  const written = text.slice(leftOverBefore(text, value, judging)?.rest ?? start, end);
  return /[\r\n]/.test(written) ? undefined : written;
}

import { FULL_STOP, fold, SEMICOLON, squeeze } from '../syntax/characters.ts';
import type { Indicator } from '../syntax/nodes.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';

/**
 * Texts that visibly start or stop in the middle: what ran over a page's end was lost in print, or what was pasted was
 * not all there was. Only what a text itself shows is taken for visible; a goal that lost whole sentences looks sound.
 */
export type CutEnd = 'head' | 'tail';

/** What may end a text that is whole. */
export const END_MARKS = '。.!！?？;；:：…)）》」』】〕"”\'’';
const CLAUSE_MARK = /[,，;；。]/;
const CANNOT_BEGIN = /^[。、，；：！？,;:!?)）》」』】〕”]/;
/** One letter of a list; `一、` numbers one. */
const ONE_OF_A_LIST = /^(?![一二三四五六七八九十])\p{Script=Han}、/u;
const SECOND = /(?:^|[。;；\n]) ?[2２二] ?(?:、|[.．](?![\d０-９]))/;
const FIRST = /[1１一①⑴]/;
/** Where an item of a list begins that is numbered in running text. */
const ITEM = /(?:^|[。;；\n]) ?(?:[\d０-９]{1,2}|[一二三四五六七八九十]{1,3}) ?(?:、|[.．](?![\d０-９]))/g;

/** Whether a text has clauses and no mark at its end. */
export function isOpen(text: string): boolean {
  return !END_MARKS.includes(text.slice(-1)) && CLAUSE_MARK.test(text);
}

/** Whether a text begins with what nothing can begin with, or with the second of a numbered list. */
export function startsInMiddle(text: string): boolean {
  return CANNOT_BEGIN.test(text) || beginsWithSecond(text);
}

/** Whether a text begins with one letter of a list: `查、项目审计、…`. So may a whole one: `水、电费`. */
export function startsInList(text: string): boolean {
  return ONE_OF_A_LIST.test(text);
}

/** A list that has its second and no first. */
function beginsWithSecond(text: string): boolean {
  if (FIRST.test(text.charAt(0))) return false;
  const second = text.search(SECOND);
  return second >= 0 && !FIRST.test(text.slice(0, second + 1));
}

/**
 * Whether a text stops in the middle, as far as it tells by itself: it is open, at least `shortest` characters long,
 * its last line or item of a list has clauses, and no line before goes without a mark at its end.
 */
export function stopsInMiddle(text: string, shortest: number): boolean {
  if (!isOpen(text) || text.length < shortest) return false;
  const last = text.lastIndexOf('\n') + 1;
  const lines = text.slice(0, last).split('\n');
  if (lines.some((line) => line !== '' && !END_MARKS.includes(line.slice(-1)))) return false;
  let item = last;
  for (const found of text.matchAll(ITEM)) item = Math.max(item, found.index + found[0].length);
  return CLAUSE_MARK.test(text.slice(item));
}

/**
 * Which ends of a project's indicators are cut.
 * - Head: the first has no number though others have, or the numbers begin after 1.
 * - Tail: they end in a bare number, or without a mark and the last lacks a value.
 * @param lastMark the last character that is written
 */
export function cutsOfIndicators(
  indicators: readonly Indicator[],
  text: string,
  lastMark: number,
  vocabulary: Vocabulary,
): CutEnd[] {
  const first = indicators[0];
  const last = indicators.at(-1);
  if (!first || !last) return [];
  const number = first.number && squeeze(text.slice(first.number.start, first.number.end));
  const head =
    number === undefined ? indicators.some((indicator) => indicator.number) : /^(?:[2-9]|\d{2,})$/.test(number);
  const ended = lastMark === FULL_STOP || fold(lastMark) === SEMICOLON;
  const bare = !last.name && last.values.length === 0;
  const tail = bare || (!ended && lacksValue(last, indicators, vocabulary));
  return [...(head ? (['head'] as const) : []), ...(tail ? (['tail'] as const) : [])];
}

/** Whether an indicator is without one of the values or the weight that others of its project have; not all are explained. */
function lacksValue(last: Indicator, all: readonly Indicator[], vocabulary: Vocabulary): boolean {
  const has = (indicator: Indicator, label: number) => indicator.values.some((value) => value.index === label);
  return vocabulary.valueLabels.some(
    ({ span }, label) => span !== 'explanation' && !has(last, label) && all.some((other) => has(other, label)),
  );
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '“': '”', '《': '》', '〔': '〕', '【': '】' };

/** Where a bracket of a text stands that nothing behind it closes; -1 where all are closed. */
export function unclosedIn(text: string): number {
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = bracketAt(text, i);
    if (CLOSING[character]) open.push(i);
    else if (open.length > 0 && character === CLOSING[bracketAt(text, open.at(-1) as number)]) open.pop();
  }
  return open.at(-1) ?? -1;
}

/** A character, a round bracket in its half-width form. */
function bracketAt(text: string, at: number): string {
  const character = text.charAt(at);
  return character === '（' ? '(' : character === '）' ? ')' : character;
}

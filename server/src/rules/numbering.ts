import { DOT, ENUMERATION, fold, isSpace, squeeze } from '../syntax/characters.ts';
import type { Indicator as IndicatorNode } from '../syntax/nodes.ts';
import { STYLE } from '../syntax/style.ts';
import type { Indicator, Row } from '../table/row.ts';
import type { TextEdit } from './rule.ts';

/** Numbers that are one character: `①`–`⑳`, `⑴`–`⒇`, `⒈`–`⒛`. */
const CIRCLES = [0x2460, 0x2474, 0x2488] as const;
const CIRCLED = 20;
/** A number has three digits at most. */
const MOST = 999;

/** What an indicator's number says; undefined where it has none. */
export function numberOf({ number }: Indicator): number | undefined {
  return number === undefined ? undefined : Number(inDigits(number));
}

/** A number in half-width digits, be it in a circle or not: `①` → `1`. */
export function inDigits(number: string): string {
  const circle = circleOf(number.charCodeAt(0));
  return circle === undefined ? squeeze(number) : String(number.charCodeAt(0) - circle + 1);
}

function circleOf(code: number): number | undefined {
  return CIRCLES.find((first) => first <= code && code < first + CIRCLED);
}

export interface Numbering {
  /** The number that each indicator of a row should have, in order. */
  readonly expected: readonly number[];
  /** Whether the numbers leave no doubt where they begin anew. */
  readonly isClear: boolean;
}

/**
 * The numbers that a row's indicators should have: 1 to n, or 1 to n anew below each heading, as people do. One that
 * was copied with its number is another rule's business, and counts as its original.
 * @param gone an indicator that is about to go; its place in the result is to be ignored
 */
export function numberingOf(row: Row, text: string, gone?: IndicatorNode): Numbering {
  const expected: number[] = [];
  let isClear = true;
  let next = 1;
  let beginsAnew = false;
  for (const part of row.tree.parts) {
    if (part.type !== 'indicators') continue;
    let isFirst = true;
    for (const item of part.items) {
      if (item.type === 'heading') isFirst = true;
      if (item.type !== 'indicator') continue;
      const indicator = row.indicators[expected.length] as Indicator;
      const number = numberOf(indicator);
      if (isFirst && next > 1) {
        if (number !== 1 && number !== next) isClear = false;
        beginsAnew ||= number === 1;
        if (number === 1 || (beginsAnew && number !== next)) next = 1;
      }
      const isCopied = !isFirst && isCopy(indicator, row.indicators[expected.length - 1] as Indicator, text);
      isFirst = false;
      expected.push(isCopied ? next - 1 : next);
      if (!isCopied && item.start !== gone?.start) next++;
    }
  }
  return { expected, isClear };
}

function isCopy({ node, number }: Indicator, { node: before, number: numberBefore }: Indicator, text: string): boolean {
  if (number === undefined || number !== numberBefore || node.end - node.start !== before.end - before.start)
    return false;
  return squeeze(text.slice(node.start, node.end)) === squeeze(text.slice(before.start, before.end));
}

/** Writes the numbers that a row's indicators should have; those that are right already stay as they are. */
export function renumber(row: Row, text: string, gone?: IndicatorNode): TextEdit[] {
  const { expected } = numberingOf(row, text, gone);
  return row.indicators.flatMap((indicator, i) => {
    const number = expected[i] as number;
    const { node } = indicator;
    if (numberOf(indicator) === number || node.start === gone?.start) return [];
    if (!node.number) return [{ start: node.start, end: node.start, text: `${number}${STYLE.afterNumber}` }];
    return [{ ...node.number, text: written(number, text, node.number.start) }];
  });
}

/** A number in the place of another: in a circle where that was, as long as there are circles. */
function written(number: number, text: string, at: number): string {
  const circle = circleOf(text.charCodeAt(at));
  if (circle === undefined) return String(number);
  if (number <= CIRCLED) return String.fromCharCode(circle + number - 1);
  let mark = at + 1;
  while (isSpace(text.charCodeAt(mark))) mark++;
  const code = text.charCodeAt(mark);
  return code === ENUMERATION || fold(code) === DOT ? String(number) : `${number}${STYLE.afterNumber}`;
}

/** Whether all indicators of a row can have a number: there are none beyond three digits. */
export function canBeNumbered({ indicators }: Row): boolean {
  return indicators.length <= MOST;
}

/** Whether a row's indicators have the numbers that they should have. */
export function isNumbered(row: Row, text: string): boolean {
  const { expected } = numberingOf(row, text);
  return row.indicators.every((indicator, i) => numberOf(indicator) === expected[i]);
}

import { DOT, ENUMERATION, fold, isDigit } from './characters.ts';
import { readClass } from './classes.ts';
import { skipSpaces, skipSpacesBack } from './lines.ts';
import type { Span } from './nodes.ts';
import { separatorFrom } from './separators.ts';
import { isEscaped } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

const CIRCLED_ONE = 0x2460;
/** `①`–`⑳`, `⑴`–`⒇` and `⒈`–`⒛` stand in a row. */
const DOTTED_TWENTY = 0x249b;
const OPENING = 0x28;
const CLOSING = 0x29;

const LONGEST_NUMBER = 3;

function isCircled(code: number): boolean {
  return code >= CIRCLED_ONE && code <= DOTTED_TWENTY;
}

/** An indicator's number, and where the text behind its mark begins. */
export interface IndicatorNumber {
  readonly span: Span;
  readonly after: number;
}

/** The number at a line's start: `1、` `1.` `1)` `(1)` `①`; `1.5万` is none. */
export function readNumber(
  text: string,
  start: number,
  end: number,
  vocabulary: Vocabulary,
): IndicatorNumber | undefined {
  const first = text.charCodeAt(start);
  if (isCircled(first)) {
    const mark = skipSpaces(text, start + 1, end);
    return { span: { start, end: start + 1 }, after: isFurtherMark(text, mark, end) ? mark + 1 : start + 1 };
  }
  const bracket = fold(first) === OPENING;
  const from = bracket ? skipSpaces(text, start + 1, end) : start;
  let i = from;
  while (i < end && isDigit(text.charCodeAt(i))) i++;
  if (i === from || i - from > LONGEST_NUMBER) return undefined;
  const mark = skipSpaces(text, i, end);
  if (mark >= end) return undefined;
  const span = { start: from, end: i };
  const after = mark + 1;
  const code = text.charCodeAt(mark);
  if (fold(code) === CLOSING) return { span, after: isFurtherMark(text, after, end) ? after + 1 : after };
  if (bracket) return undefined;
  if (code === ENUMERATION) return { span, after };
  if (fold(code) !== DOT) return undefined;
  const isDecimal = after < end && isDigit(text.charCodeAt(after));
  if (!isDecimal || readClass(text, after, separatorFrom(text, after, end), [1, 2], vocabulary)?.node.name) {
    return { span, after };
  }
  return undefined;
}

/** Whether `、` or `.` stands behind a bracket or circle: `(1)、`. */
function isFurtherMark(text: string, at: number, end: number): boolean {
  return at < end && (text.charCodeAt(at) === ENUMERATION || fold(text.charCodeAt(at)) === DOT);
}

/** The number that stands, with its mark, before an offset in running text, and where it starts, its bracket included. */
export function numberBefore(
  text: string,
  before: number,
  from: number,
): { readonly start: number; readonly number: IndicatorNumber } | undefined {
  const mark = skipSpacesBack(text, before, from) - 1;
  if (mark < from || isEscaped(text, mark, from)) return undefined;
  const found = (start: number, number: number, end: number) => ({
    start,
    number: { span: { start: number, end }, after: before },
  });
  const code = text.charCodeAt(mark);
  if (isCircled(code)) return found(mark, mark, mark + 1);
  const isClosing = fold(code) === CLOSING;
  if (!isClosing && code !== ENUMERATION && fold(code) !== DOT) return undefined;
  const end = skipSpacesBack(text, mark, from);
  if (!isClosing && end > from && isCircled(text.charCodeAt(end - 1))) return found(end - 1, end - 1, end);
  const number = digitsBack(text, end, from);
  if (number === end || end - number > LONGEST_NUMBER || isEscaped(text, number, from)) return undefined;
  const bracket = isClosing ? skipSpacesBack(text, number, from) - 1 : -1;
  if (bracket < from || fold(text.charCodeAt(bracket)) !== OPENING) return found(number, number, end);
  return isEscaped(text, bracket, from) ? undefined : found(bracket, number, end);
}

/** Where the digits start that end at an offset. */
export function digitsBack(text: string, end: number, from: number): number {
  let i = end;
  while (i > from && isDigit(text.charCodeAt(i - 1))) i--;
  return i;
}

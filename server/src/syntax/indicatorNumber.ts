import { DOT, ENUMERATION, fold, isDigit } from './characters.ts';
import { readClass } from './classes.ts';
import { skipSpaces, skipSpacesBack } from './lines.ts';
import type { Span } from './nodes.ts';
import { separatorFrom } from './separators.ts';
import { isEscaped } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

const CIRCLED_ONE = 0x2460;
const CIRCLED_TWENTY = 0x2473;
const OPENING = 0x28;
const CLOSING = 0x29;

const LONGEST_NUMBER = 3;

function isCircled(code: number): boolean {
  return code >= CIRCLED_ONE && code <= CIRCLED_TWENTY;
}

/** The number at a line's start, and where the text after its mark begins: `1、` `1.` `1)` `(1)` `①`; `1.5万` is none. */
export function readNumber(
  text: string,
  start: number,
  end: number,
  vocabulary: Vocabulary,
): { readonly span: Span; readonly after: number } | undefined {
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

/** Whether `、` or `.` stands behind a bracket or circle: `(1)、`. A decimal's point is none. */
function isFurtherMark(text: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const code = text.charCodeAt(at);
  return code === ENUMERATION || (fold(code) === DOT && !(at + 1 < end && isDigit(text.charCodeAt(at + 1))));
}

/** Where the number starts that ends, with its mark, before an offset in running text; undefined where none does. */
export function numberBefore(text: string, before: number, from: number): number | undefined {
  let mark = skipSpacesBack(text, before, from) - 1;
  if (mark < from || isEscaped(text, mark, from)) return undefined;
  const code = text.charCodeAt(mark);
  if (isCircled(code)) return mark;
  const closing = fold(code) === CLOSING;
  if (!closing && code !== ENUMERATION && fold(code) !== DOT) return undefined;
  mark = skipSpacesBack(text, mark, from);
  if (!closing && mark > from && isCircled(text.charCodeAt(mark - 1))) return mark - 1;
  const number = digitsBack(text, mark, from);
  if (number === mark || mark - number > LONGEST_NUMBER || isEscaped(text, number, from)) return undefined;
  const bracket = closing ? skipSpacesBack(text, number, from) - 1 : -1;
  if (bracket < from || fold(text.charCodeAt(bracket)) !== OPENING) return number;
  return isEscaped(text, bracket, from) ? undefined : bracket;
}

/** Where the digits start that end at an offset. */
export function digitsBack(text: string, end: number, from: number): number {
  let i = end;
  while (i > from && isDigit(text.charCodeAt(i - 1))) i--;
  return i;
}

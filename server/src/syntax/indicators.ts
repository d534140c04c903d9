import {
  BACKSLASH,
  COLON,
  COMMA,
  DASH,
  DOT,
  ENUMERATION,
  FULL_STOP,
  fold,
  isDigit,
  isLineEnd,
  isSpace,
  SEMICOLON,
  squeeze,
} from './characters.ts';
import { classNamed, isNearClass, readClass } from './classes.ts';
import { type LineSpan, skipSpaces, skipSpacesBack, trim } from './lines.ts';
import type { ClassNode, Heading, Indicator, Line, Span, Value } from './nodes.ts';
import { isEscaped } from './text.ts';
import { findValueLabels } from './valueLabels.ts';
import type { Vocabulary } from './vocabulary.ts';

type Item = Indicator | Heading | Line;

/**
 * Reads the lines of a 绩效指标 field. An indicator starts at a line's start with its number or its class, or in
 * running text where a number or nothing stands before a class; a published cell holds all of them on one line.
 * `insertAt` tells comments and conflict markers, which may stand between any two lines.
 */
export function parseIndicators(
  text: string,
  body: readonly LineSpan[],
  insertAt: (line: LineSpan) => Line | undefined,
  vocabulary: Vocabulary,
): Item[] {
  const items: Item[] = [];
  let open: { start: number; end: number } | undefined;
  let inserts: Line[] = [];
  const close = () => {
    if (!open) return;
    const { start, end } = open;
    items.push(
      parseIndicator(
        text,
        start,
        end,
        inserts.filter((insert) => insert.start < end),
        vocabulary,
      ),
    );
    items.push(...inserts.filter((insert) => insert.start >= end));
    open = undefined;
    inserts = [];
  };
  body.forEach((line, i) => {
    const span = trim(text, line.start, line.end);
    if (span.start === span.end) return;
    const insert = i > 0 ? insertAt(line) : undefined;
    if (insert) {
      if (open) inserts.push(insert);
      else items.push(insert);
      return;
    }
    const heading = headingAt(text, span, vocabulary);
    if (heading) {
      close();
      items.push(heading);
      return;
    }
    for (const start of startsIn(text, span, vocabulary)) {
      if (open) {
        const end = skipSpacesBack(text, start, span.start);
        if (end > span.start) open.end = end;
      } else if (skipSpaces(text, span.start, start) < start) {
        open = { start: span.start, end: skipSpacesBack(text, start, span.start) };
      }
      close();
      open = { start, end: start };
    }
    open ??= { start: span.start, end: span.end };
    open.end = span.end;
  });
  close();
  return items;
}

const ORDINAL = /^(?:[((][一二三四五六七八九十]{1,3}[))]|[一二三四五六七八九十]{1,3}、)\s*/;

/** A line that holds a class's name and nothing else but an ordinal before it and a colon after it. */
function headingAt(text: string, span: Span, vocabulary: Vocabulary): Heading | undefined {
  if (span.end - span.start > 32) return undefined;
  const line = text.slice(span.start, span.end);
  const start = span.start + (ORDINAL.exec(line)?.[0].length ?? 0);
  const end = fold(text.charCodeAt(span.end - 1)) === COLON ? span.end - 1 : span.end;
  const piece = readClass(text, start, end, [1, 2], vocabulary);
  if (!piece?.node.name) return undefined;
  const name = text.slice(piece.node.name.start, piece.node.name.end);
  return classNamed(name, piece.level, vocabulary) && { type: 'heading', class: piece.node, ...span };
}

/** The offsets in a line at which an indicator starts. */
function startsIn(text: string, span: Span, vocabulary: Vocabulary): number[] {
  const starts: number[] = [];
  const number = readNumber(text, span.start, span.end, vocabulary);
  let content = number ? skipSpaces(text, number.after, span.end) : span.start;
  if (number || startsWithClass(text, span, vocabulary)) starts.push(span.start);
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (fold(code) === DASH) {
      const start = startBefore(text, i, content, span, vocabulary);
      if (start === undefined) continue;
      if (start !== starts.at(-1)) starts.push(start);
      content = i + 1;
    }
  }
  return starts;
}

/** Whether a line begins with a class that more text follows: an indicator whose number is not written. */
function startsWithClass(text: string, span: Span, vocabulary: Vocabulary): boolean {
  const end = separatorFrom(text, span.start, span.end);
  return end < span.end - 1 && readClass(text, span.start, end, [1, 2], vocabulary) !== undefined;
}

/**
 * The start of an indicator whose class's dash stands at `dash`: at its number, or at the class where no number stands.
 * `content` is where the text of the indicator that is being read begins: a class there is its own.
 */
function startBefore(
  text: string,
  dash: number,
  content: number,
  span: Span,
  vocabulary: Vocabulary,
): number | undefined {
  const codeEnd = skipSpacesBack(text, dash, span.start);
  const code = digitsBack(text, codeEnd, span.start);
  const length = codeEnd - code;
  if ((length !== 1 && length !== 2) || code <= content || text.charCodeAt(code - 1) === BACKSLASH) return undefined;
  const nameStart = skipSpaces(text, dash + 1, span.end);
  const mark = skipSpacesBack(text, code, content) - 1;
  if (text.charCodeAt(mark) === ENUMERATION && !isEscaped(text, mark, content)) {
    const numberEnd = skipSpacesBack(text, mark, content);
    const number = digitsBack(text, numberEnd, content);
    const digits = numberEnd - number;
    if (digits > 0 && digits <= 3 && isNearClass(wordFrom(text, nameStart, span.end), length, vocabulary))
      return number;
    return undefined;
  }
  if (length !== 1) return undefined;
  const word = squeeze(text.slice(nameStart, nameStart + 24));
  return vocabulary.levelOneNames.some((name) => word.startsWith(name)) ? code : undefined;
}

function digitsBack(text: string, end: number, limit: number): number {
  let i = end;
  while (i > limit && isDigit(text.charCodeAt(i - 1))) i--;
  return i;
}

/** The word at an offset, up to a separator, squeezed. */
function wordFrom(text: string, start: number, end: number): string {
  return squeeze(text.slice(start, separatorFrom(text, start, Math.min(end, start + 24))));
}

const CIRCLED_ONE = 0x2460;
const CIRCLED_TWENTY = 0x2473;
const OPENING = 0x28;
const CLOSING = 0x29;

/** The number an indicator's line begins with: `1、` `1.` `1)` `(1)` `①`; `1.5万` is none. */
export function readNumber(
  text: string,
  start: number,
  end: number,
  vocabulary: Vocabulary,
): { readonly span: Span; readonly after: number } | undefined {
  const first = text.charCodeAt(start);
  if (first >= CIRCLED_ONE && first <= CIRCLED_TWENTY) {
    const next = skipSpaces(text, start + 1, end);
    const marked = next < end && (text.charCodeAt(next) === ENUMERATION || fold(text.charCodeAt(next)) === DOT);
    return { span: { start, end: start + 1 }, after: marked ? next + 1 : start + 1 };
  }
  const bracket = fold(first) === OPENING;
  const from = bracket ? skipSpaces(text, start + 1, end) : start;
  let i = from;
  while (i < end && isDigit(text.charCodeAt(i))) i++;
  if (i === from || i - from > 3) return undefined;
  const span = { start: from, end: i };
  const mark = skipSpaces(text, i, end);
  if (mark >= end) return undefined;
  const code = fold(text.charCodeAt(mark));
  const after = mark + 1;
  if (code === CLOSING) return { span, after };
  if (bracket) return undefined;
  if (code === ENUMERATION) return { span, after };
  if (code !== DOT) return undefined;
  const decimal = after < end && isDigit(text.charCodeAt(after));
  return !decimal || readClass(text, after, separatorFrom(text, after, end), [1, 2], vocabulary)?.node.name
    ? { span, after }
    : undefined;
}

/** Whether a character may part the fields of an indicator, or end it. */
export function isSeparator(code: number): boolean {
  const folded = fold(code);
  return folded === SEMICOLON || folded === COLON || folded === COMMA || code === FULL_STOP;
}

/** The offset of the next separator that is not escaped, or `end`. */
function separatorFrom(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (isSeparator(code)) return i;
  }
  return end;
}

function skipSeparators(text: string, start: number, end: number): number {
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (!isSeparator(code) && !isSpace(code) && !isLineEnd(code)) break;
    i++;
  }
  return i;
}

/** The end of a text without the terminators and spaces behind it; an escaped mark is text. */
function withoutTerminators(text: string, start: number, end: number, also = -1): number {
  let i = end;
  while (i > start) {
    const code = text.charCodeAt(i - 1);
    const blank = isSpace(code) || isLineEnd(code);
    if (!blank && !isSeparator(code) && code !== also) break;
    if (!blank && isEscaped(text, i - 1, start)) break;
    i--;
  }
  return i;
}

function parseIndicator(
  text: string,
  start: number,
  end: number,
  inserts: readonly Line[],
  vocabulary: Vocabulary,
): Indicator {
  const number = readNumber(text, start, end, vocabulary);
  const labels = findValueLabels(text, number?.after ?? start, end, inserts, vocabulary);
  const headEnd = labels[0]?.node.start ?? end;
  let at = skipSeparators(text, number?.after ?? start, headEnd);

  let class1: ClassNode | undefined;
  let class2: ClassNode | undefined;
  const takeClass = (levels: readonly (1 | 2)[]): 1 | 2 | undefined => {
    const pieceEnd = separatorFrom(text, at, headEnd);
    const piece = readClass(text, at, pieceEnd, levels, vocabulary);
    if (!piece) return undefined;
    if (piece.level === 1) class1 = piece.node;
    else class2 = piece.node;
    at = skipSeparators(text, pieceEnd, headEnd);
    return piece.level;
  };
  // A name that a class of either level may have (成本指标) is level 1 where a level-2 class follows it.
  const next = separatorFrom(text, at, headEnd);
  const afterNext = skipSeparators(text, next, headEnd);
  const followed = readClass(text, afterNext, separatorFrom(text, afterNext, headEnd), [2], vocabulary) !== undefined;
  if (takeClass(followed ? [1, 2] : [2, 1]) === 1) takeClass([2]);

  const indicator = {
    type: 'indicator',
    start,
    end,
    ...(number && { number: number.span }),
    ...(class1 && { class1 }),
    ...(class2 && { class2 }),
    inserts,
  } as const;
  if (labels.length > 0) {
    const values = labels.map(({ node, index, misspelt }, i): Value => {
      const stop = labels[i + 1]?.node.start ?? end;
      const from = skipColons(text, node.colon + 1, stop);
      const span = { start: from, end: Math.max(from, withoutTerminators(text, from, stop)) };
      return {
        start: node.start,
        end: Math.max(span.end, node.colon + 1),
        index,
        label: node,
        ...(misspelt && { misspelt }),
        text: span,
      };
    });
    return { ...indicator, ...nameNodes(text, at, headEnd, class2), values };
  }
  const parted = partWithoutLabel(text, at, end);
  const valueEnd = parted === end ? end : withoutTerminators(text, parted, end);
  const valueStart = parted === end ? end : skipSeparators(text, parted, end);
  const values: Value[] =
    valueStart < valueEnd
      ? [{ start: valueStart, end: valueEnd, index: -1, text: { start: valueStart, end: valueEnd } }]
      : [];
  return { ...indicator, ...nameNodes(text, at, parted, class2), values };
}

function skipColons(text: string, start: number, end: number): number {
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (!isSpace(code) && !isLineEnd(code) && fold(code) !== COLON) break;
    i++;
  }
  return i;
}

/** Where no value label is written: the offset of the mark that parts name and value, `;` before any other, or `end`. */
function partWithoutLabel(text: string, start: number, end: number): number {
  let other = end;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (fold(code) === SEMICOLON) return i;
    else if (other === end && (fold(code) === COLON || fold(code) === COMMA)) other = i;
  }
  return other;
}

const CODE3 = /^[A-Za-z]{0,2}\d{4,12}[-－–—]/;

/** The name between two offsets, and the code of the third level before it. */
function nameNodes(
  text: string,
  start: number,
  end: number,
  class2: ClassNode | undefined,
): { name?: Span; code3?: Span } {
  const stop = withoutTerminators(text, start, end, ENUMERATION);
  const from = skipSeparators(text, start, Math.max(start, stop));
  if (from >= stop) return {};
  const code = CODE3.exec(text.slice(from, Math.min(stop, from + 16)))?.[0].slice(0, -1);
  if (code === undefined || code.length + from + 1 >= stop) return { name: { start: from, end: stop } };
  const classCode = class2?.code && squeeze(text.slice(class2.code.start, class2.code.end));
  const isCode = /[A-Za-z]/.test(code) || code.length >= 6 || (classCode !== undefined && code.startsWith(classCode));
  if (!isCode) return { name: { start: from, end: stop } };
  const code3 = { start: from, end: from + code.length };
  return { code3, name: { start: skipSpaces(text, code3.end + 1, stop), end: stop } };
}

import { BACKSLASH, ENUMERATION, FULL_STOP, fold, isColon, isIndicatorMark, SEMICOLON, squeeze } from './characters.ts';
import { type ClassPiece, classNamed, isNearClass, LONGEST_CLASS, readClass } from './classes.ts';
import { digitsBack, type IndicatorNumber, numberBefore } from './indicatorNumber.ts';
import { skipSpaces, skipSpacesBack } from './lines.ts';
import type { Heading, Span } from './nodes.ts';
import { separatorFrom, skipSeparators } from './separators.ts';
import { isEscaped } from './text.ts';
import type { Marks } from './valueLabels.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where an indicator starts, and its number, if it has one. */
export interface IndicatorStart {
  readonly start: number;
  readonly number: IndicatorNumber | undefined;
}

/** `(一)` or `一、`, which may stand before a heading. */
const ORDINAL = /^(?:[(\uff08][一二三四五六七八九十]{1,3}[)\uff09]|[一二三四五六七八九十]{1,3}、|[㈠-㈩])/;
const LONGEST_HEADING = 48;

/** A weight in brackets, which may stand behind a heading's class. */
const WEIGHT =
  /[(\uff08][ \u3000]*([\d\uff10-\uff19]{1,3}(?:[.\uff0e][\d\uff10-\uff19]{1,2})?)[ \u3000]*[分%\uff05]?[ \u3000]*[)\uff09][ \u3000]*$/;
const LONGEST_WEIGHT = 16;

/** A line that holds a class's name and nothing else but an ordinal before it and a weight and a colon after it. */
export function headingAt(text: string, span: Span, vocabulary: Vocabulary): Heading | undefined {
  if (span.end - span.start > LONGEST_HEADING) return undefined;
  const ordinal = ORDINAL.exec(text.slice(span.start, Math.min(span.end, span.start + 5)));
  const start = span.start + (ordinal?.[0].length ?? 0);
  const mark = isColon(text.charCodeAt(span.end - 1)) ? span.end - 1 : span.end;
  const weight = weightBefore(text, mark, start);
  const piece = readClass(text, start, weight ? weight.from : mark, [1, 2], vocabulary);
  if (!piece?.node.name) return undefined;
  const name = text.slice(piece.node.name.start, piece.node.name.end);
  if (!classNamed(name, piece.level, vocabulary)) return undefined;
  return {
    type: 'heading',
    class: piece.node,
    ...(weight && { weight: weight.span }),
    start: span.start,
    end: span.end,
  };
}

/** The weight in brackets that ends at an offset, and where its bracket stands. */
function weightBefore(
  text: string,
  end: number,
  start: number,
): { readonly span: Span; readonly from: number } | undefined {
  const from = Math.max(start, end - LONGEST_WEIGHT);
  const match = WEIGHT.exec(text.slice(from, end));
  if (!match) return undefined;
  const figure = match[1] as string;
  const at = from + match.index + match[0].indexOf(figure);
  return { span: { start: at, end: at + figure.length }, from: from + match.index };
}

/** The class that a line begins with, if it does. */
export function classAtStart(text: string, span: Span, vocabulary: Vocabulary): ClassPiece | undefined {
  return readClass(text, span.start, firstSeparator(text, span), [1, 2], vocabulary);
}

/** The first separator of a line, or where a class could not reach. */
function firstSeparator(text: string, span: Span): number {
  return separatorFrom(text, span.start, Math.min(span.end, span.start + LONGEST_CLASS + 1));
}

/**
 * Whether a line begins with a class and goes on: an indicator whose number is not written. A class without code, or a
 * code alone, is told from the text of a value by the `;` behind it.
 */
export function startsWithClass(text: string, span: Span, vocabulary: Vocabulary): boolean {
  const end = firstSeparator(text, span);
  const node = end < span.end - 1 ? classAtStart(text, span, vocabulary)?.node : undefined;
  return node !== undefined && ((node.code && node.name) !== undefined || fold(text.charCodeAt(end)) === SEMICOLON);
}

/**
 * The class that the next line may go on with: any where the indicator so far is its number only, that of level 2 where
 * it ends in level 1 and a separator, else none.
 */
export function awaitedClass(
  text: string,
  { start, number }: IndicatorStart,
  end: number,
  vocabulary: Vocabulary,
): 'any' | 'level 2' | 'none' {
  const at = skipSeparators(text, number?.after ?? start, end);
  if (at === end) return number ? 'any' : 'none';
  const pieceEnd = separatorFrom(text, at, end);
  const isLast = pieceEnd < end && skipSeparators(text, pieceEnd, end) === end;
  return isLast && readClass(text, at, pieceEnd, [1], vocabulary) ? 'level 2' : 'none';
}

/**
 * Where indicators start within a line. On the way, its other marks are put down.
 * @param number the number at the line's start, if one stands there
 */
export function startsWithin(
  text: string,
  span: Span,
  number: IndicatorNumber | undefined,
  marks: Marks,
  vocabulary: Vocabulary,
): IndicatorStart[] {
  const starts: IndicatorStart[] = [];
  // Where the text of the indicator that is being read begins: a class there is its own.
  let content = number ? skipSeparators(text, number.after, span.end) : span.start;
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    if (!isIndicatorMark(code)) continue;
    if (code === BACKSLASH) marks.escaped.push(++i);
    else if (isColon(code)) marks.colons.push(i);
    else {
      const start = startBefore(text, i, content, span, vocabulary);
      if (start === undefined) continue;
      starts.push(start);
      content = i + 1;
    }
  }
  const last = bareNumber(text, content, span.end);
  if (last !== undefined) starts.push(last);
  return starts;
}

/**
 * The start of an indicator whose class's dash stands at `dash`: at its number, or at a class of level 1 where no
 * number stands. `content` is where the indicator before it has its own class.
 */
function startBefore(
  text: string,
  dash: number,
  content: number,
  span: Span,
  vocabulary: Vocabulary,
): IndicatorStart | undefined {
  const codeEnd = skipSpacesBack(text, dash, content);
  const code = digitsBack(text, codeEnd, content);
  const level = codeEnd - code;
  if ((level !== 1 && level !== 2) || code <= content || isEscaped(text, code, content)) return undefined;
  const numbered = numberBefore(text, code, content);
  if (!numbered && level === 2) return undefined;
  const nameStart = skipSpaces(text, dash + 1, span.end);
  if (numbered && isNearClass(wordFrom(text, nameStart, span.end), level, vocabulary)) return numbered;
  if (level === 2) return undefined;
  const name = squeeze(text.slice(nameStart, Math.min(span.end, nameStart + LONGEST_CLASS)));
  if (!vocabulary.classWords[1].some((word) => name.startsWith(word))) return undefined;
  return numbered ?? { start: code, number: undefined };
}

/** The word at an offset, up to a separator, squeezed. */
function wordFrom(text: string, start: number, end: number): string {
  return squeeze(text.slice(start, separatorFrom(text, start, Math.min(end, start + LONGEST_CLASS))));
}

/** Where a number stands behind a terminator at the end of a line: the indicator itself is lost, or on the next line. */
function bareNumber(text: string, from: number, end: number): IndicatorStart | undefined {
  if (text.charCodeAt(end - 1) !== ENUMERATION) return undefined;
  const start = numberBefore(text, end, from);
  const mark = start === undefined ? -1 : skipSpacesBack(text, start.start, from) - 1;
  if (mark < from || isEscaped(text, mark, from)) return undefined;
  const code = text.charCodeAt(mark);
  return code === FULL_STOP || fold(code) === SEMICOLON ? start : undefined;
}

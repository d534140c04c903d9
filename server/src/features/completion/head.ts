import { BACKSLASH, FULL_STOP, fold, isLineEnd, isSpace, SEMICOLON } from '../../syntax/characters.ts';
import { readClass } from '../../syntax/classes.ts';
import { isSeparator, readNumber } from '../../syntax/indicators.ts';
import { isComment, LineScanner, skipSpaces } from '../../syntax/lines.ts';
import type { ClassNode } from '../../syntax/nodes.ts';
import { withoutEscapes } from '../../syntax/text.ts';
import { findValueLabels } from '../../syntax/valueLabels.ts';
import type { ClassEntry, Vocabulary } from '../../syntax/vocabulary.ts';
import { classOf } from '../hover/classOf.ts';

/** What of an indicator stands before the cursor, and what comes next. */
export interface Head {
  readonly numbered: boolean;
  /** The classes that are written, where the profile knows them. */
  readonly one?: ClassEntry;
  readonly two?: ClassEntry;
  /** Whether anything is written as a class of that level, known or not. */
  readonly hasOne: boolean;
  readonly hasTwo: boolean;
  readonly name: string;
  readonly values: readonly GivenValue[];
  /** What is being typed: a class (or a name without class), a name, a value label, or a value. */
  readonly next: 'class' | 'name' | 'label' | 'value';
  /** Where that begins. */
  readonly from: number;
}

export interface GivenValue {
  /** Index of the profile's value label. */
  readonly index: number;
  /** As written, escapes and all. */
  readonly text: string;
}

/** Reads an indicator from its start to the text's end, where the cursor is. */
export function readHead(text: string, start: number, vocabulary: Vocabulary): Head {
  const source = withoutComments(text, start);
  const end = source.length;
  const number = readNumber(source, start, end, vocabulary);
  let at = skipMarks(source, number?.after ?? start);
  const labels = findValueLabels(source, at, end, [], vocabulary);
  const headEnd = labels[0]?.node.start ?? end;
  let one: ClassNode | undefined;
  let two: ClassNode | undefined;
  while (!two) {
    const pieceEnd = next(source, at, headEnd, isSeparator);
    if (pieceEnd === end) break;
    const levels = one
      ? [2 as const]
      : isFollowed(source, pieceEnd, headEnd, vocabulary)
        ? ([1, 2] as const)
        : ([2, 1] as const);
    const piece = readClass(source, at, pieceEnd, levels, vocabulary);
    if (!piece) break;
    if (piece.level === 1) one = piece.node;
    else two = piece.node;
    at = skipMarks(source, pieceEnd);
  }
  const classes = {
    numbered: number !== undefined,
    ...(one && known('one', classOf(source, one, 1, vocabulary))),
    ...(two && known('two', classOf(source, two, 2, vocabulary))),
    hasOne: one !== undefined,
    hasTwo: two !== undefined,
  };
  const last = labels.at(-1);
  if (last) {
    const valueStart = skipMarks(source, last.node.colon + 1);
    const mark = lastSeparator(source, valueStart);
    const valuesEnd = mark ?? end;
    const values = labels.map(({ node, index }, i) => ({
      index,
      text: rawText(source, node.colon + 1, labels[i + 1]?.node.start ?? valuesEnd),
    }));
    const name = fieldText(source, at, headEnd);
    const from = mark === undefined ? skipSpaces(source, valueStart, end) : skipMarks(source, mark);
    return { ...classes, name, values, next: mark === undefined ? 'value' : 'label', from };
  }
  const parted = next(source, at, end, isSemicolon);
  if (parted < end) {
    const mark = lastSeparator(source, parted) as number;
    const name = fieldText(source, at, parted);
    return { ...classes, name, values: [], next: 'label', from: skipMarks(source, mark) };
  }
  return { ...classes, name: '', values: [], next: two ? 'name' : 'class', from: at };
}

function known<K extends 'one' | 'two'>(key: K, entry: ClassEntry | undefined): { [k in K]?: ClassEntry } {
  return entry ? ({ [key]: entry } as { [k in K]?: ClassEntry }) : {};
}

/** A text up to its end with the comments after `start` as spaces, so that nothing moves. */
function withoutComments(text: string, start: number): string {
  let out = text;
  const lines = new LineScanner(text, start);
  while (lines.advance()) {
    const first = skipSpaces(text, lines.start, lines.end);
    if (lines.start > start && isComment(text, first, lines.end)) {
      out = out.slice(0, first) + ' '.repeat(lines.end - first) + out.slice(lines.end);
    }
  }
  return out;
}

/** Whether a level-2 class follows the piece that ends at a separator. */
function isFollowed(text: string, pieceEnd: number, end: number, vocabulary: Vocabulary): boolean {
  const start = skipMarks(text, pieceEnd);
  return readClass(text, start, next(text, start, end, isSeparator), [2], vocabulary) !== undefined;
}

function isSemicolon(code: number): boolean {
  return fold(code) === SEMICOLON;
}

/** The offset of the next such mark that is not escaped, or `end`. */
function next(text: string, start: number, end: number, isMark: (code: number) => boolean): number {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (isMark(code)) return i;
  }
  return end;
}

/** The last mark that parts fields; commas and colons are part of a value. */
function lastSeparator(text: string, start: number): number | undefined {
  const parts = (code: number) => isSemicolon(code) || code === FULL_STOP;
  let found: number | undefined;
  for (let i = next(text, start, text.length, parts); i < text.length; i = next(text, i + 1, text.length, parts)) {
    found = i;
  }
  return found;
}

/** Skips separators, spaces and line ends. */
function skipMarks(text: string, start: number): number {
  let i = start;
  while (i < text.length && isBetween(text.charCodeAt(i))) i++;
  return i;
}

function isBetween(code: number): boolean {
  return isSeparator(code) || isSpace(code) || isLineEnd(code);
}

/** The text of a field without the marks around it, as it is written. */
function rawText(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBetween(text.charCodeAt(start))) start++;
  while (end > start && isBetween(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function fieldText(text: string, from: number, to: number): string {
  return withoutEscapes(rawText(text, from, to));
}

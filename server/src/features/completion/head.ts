import { BACKSLASH, FULL_STOP, fold, isBetweenFields, SEMICOLON } from '../../syntax/characters.ts';
import { readClass } from '../../syntax/classes.ts';
import { readNumber } from '../../syntax/indicatorNumber.ts';
import { withBlanks } from '../../syntax/indicators.ts';
import { isComment, LineScanner, skipSpaces } from '../../syntax/lines.ts';
import type { ClassNode, Span } from '../../syntax/nodes.ts';
import { separatorFrom, skipSeparators } from '../../syntax/separators.ts';
import { withoutEscapes } from '../../syntax/text.ts';
import { findValueLabels } from '../../syntax/valueLabels.ts';
import type { ClassEntry, Vocabulary } from '../../syntax/vocabulary.ts';
import { classOf } from '../hover/classOf.ts';

/** What of an indicator stands before the cursor, and what comes next. */
export interface Head {
  /** The classes that are written, where the profile knows them. */
  readonly one: ClassEntry | undefined;
  readonly two: ClassEntry | undefined;
  /** Whether anything is written as a level-1 class, known or not. */
  readonly hasOne: boolean;
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
  let at = skipSeparators(source, number?.after ?? start, end);
  const labels = findValueLabels(source, at, end, [], vocabulary);
  const headEnd = labels[0]?.node.start ?? end;
  let one: ClassNode | undefined;
  let two: ClassNode | undefined;
  while (!two) {
    const pieceEnd = separatorFrom(source, at, headEnd);
    if (pieceEnd === end) break;
    const levels = levelsAt(source, one, pieceEnd, headEnd, vocabulary);
    const piece = readClass(source, at, pieceEnd, levels, vocabulary);
    if (!piece) break;
    if (piece.level === 1) one = piece.node;
    else two = piece.node;
    at = skipSeparators(source, pieceEnd, end);
  }
  const classes = {
    one: one && classOf(source, one, 1, vocabulary),
    two: two && classOf(source, two, 2, vocabulary),
    hasOne: one !== undefined,
  };
  const last = labels.at(-1);
  if (last) {
    const valueStart = skipSeparators(source, last.node.colon + 1, end);
    const mark = lastSeparator(source, valueStart);
    const valuesEnd = mark ?? end;
    const values = labels.map(({ node, index }, i) => ({
      index,
      text: rawText(source, node.colon + 1, labels[i + 1]?.node.start ?? valuesEnd),
    }));
    const name = fieldText(source, at, headEnd);
    const from = mark === undefined ? skipSpaces(source, valueStart, end) : skipSeparators(source, mark, end);
    return { ...classes, name, values, next: mark === undefined ? 'value' : 'label', from };
  }
  const parted = next(source, at, end, isSemicolon);
  if (parted < end) {
    const mark = lastSeparator(source, parted) as number;
    const name = fieldText(source, at, parted);
    return { ...classes, name, values: [], next: 'label', from: skipSeparators(source, mark, end) };
  }
  return { ...classes, name: '', values: [], next: two ? 'name' : 'class', from: at };
}

/** A text with spaces in the place of the comments after `start`, so that they part nothing and nothing moves. */
export function withoutComments(text: string, start: number): string {
  const comments: Span[] = [];
  const lines = new LineScanner(text, start);
  while (lines.advance()) {
    const first = skipSpaces(text, lines.start, lines.end);
    if (lines.start > start && isComment(text, first, lines.end)) comments.push({ start: first, end: lines.end });
  }
  return withBlanks(text, comments);
}

/** Which levels a piece may have: a name of either (成本指标) is level 1 where a level-2 class follows it. */
function levelsAt(
  text: string,
  one: ClassNode | undefined,
  pieceEnd: number,
  end: number,
  vocabulary: Vocabulary,
): readonly (1 | 2)[] {
  if (one) return [2];
  const start = skipSeparators(text, pieceEnd, end);
  return readClass(text, start, separatorFrom(text, start, end), [2], vocabulary) ? [1, 2] : [2, 1];
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

/** The text of a field without the marks around it, as it is written. */
function rawText(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBetweenFields(text.charCodeAt(start))) start++;
  while (end > start && isBetweenFields(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function fieldText(text: string, from: number, to: number): string {
  return withoutEscapes(rawText(text, from, to));
}

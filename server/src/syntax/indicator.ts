import type { ValueLabel } from '../profile/profile.ts';
import {
  BACKSLASH,
  COMMA,
  ENUMERATION,
  fold,
  isBlankCode,
  isColon,
  isDash,
  isDigit,
  SEMICOLON,
  squeeze,
} from './characters.ts';
import { type ClassPiece, readClass, readUnknownClass } from './classes.ts';
import type { IndicatorStart } from './indicatorStarts.ts';
import { skipBlanks } from './lines.ts';
import type { ClassNode, Indicator, Line, Span, Value } from './nodes.ts';
import { separatorFrom, skipSeparators, withoutTerminators } from './separators.ts';
import { type Marks, takeValueLabels, type ValueLabelMatch } from './valueLabels.ts';
import { isForValue, type Vocabulary } from './vocabulary.ts';

/** Reads one indicator. In the text, spaces stand in the place of the inserts; `marks` are those from its start on. */
export function parseIndicator(
  text: string,
  { start, number }: IndicatorStart,
  end: number,
  marks: Marks,
  inserts: readonly Line[],
  vocabulary: Vocabulary,
): Indicator {
  const from = number?.after ?? start;
  const labels = takeValueLabels(text, from, end, marks, inserts, vocabulary);
  // A weight or an explanation may be labelled where the value is not: `…; 培训期数; 3期; 权重:10`.
  const isLabelled = haveValue(labels, vocabulary);
  const head = { end: labels[0]?.node.start ?? end, isLabelled };
  const { class1, class2, after } = readClasses(text, from, head, inserts, vocabulary);
  const nameEnd = isLabelled ? head.end : partWithoutLabel(text, after, head.end);
  const { name, code3 } = readName(text, after, nameEnd, class2);
  const values = isLabelled ? [] : unlabelledValues(text, nameEnd, head.end);
  for (let i = 0; i < labels.length; i++) values.push(labelledValue(text, labels, i, end));
  return { type: 'indicator', start, end, number: number?.span, class1, class2, code3, name, values, inserts };
}

/** Whether one of some labels is that of a value: a weight and an explanation are none. */
function haveValue(labels: readonly ValueLabelMatch[], { valueLabels }: Vocabulary): boolean {
  for (const { index } of labels) if (isForValue(valueLabels[index] as ValueLabel)) return true;
  return false;
}

/** What stands before the first label, or all of an indicator without any. */
interface Head {
  readonly end: number;
  /** Whether a label says where the value begins. */
  readonly isLabelled: boolean;
}

interface Classes {
  readonly class1: ClassNode | undefined;
  readonly class2: ClassNode | undefined;
  /** Where the text behind them begins. */
  readonly after: number;
}

const ONE_FIRST = [1, 2] as const;
const TWO_FIRST = [2, 1] as const;
const TWO = [2] as const;

/** The classes that an indicator's head begins with. */
function readClasses(
  text: string,
  from: number,
  head: Head,
  inserts: readonly Span[],
  vocabulary: Vocabulary,
): Classes {
  const at = skipSeparators(text, from, head.end);
  const end = separatorFrom(text, at, head.end);
  const next = skipSeparators(text, end, head.end);
  const nextEnd = separatorFrom(text, next, head.end);
  const known = readPiece(text, next, nextEnd, TWO, head, inserts, vocabulary);
  // A name that a class of either level may have (成本指标) is level 1 where a level-2 class follows it.
  const first =
    readPiece(text, at, end, known ? ONE_FIRST : TWO_FIRST, head, inserts, vocabulary) ??
    readUnknown(text, at, end, head, inserts);
  const second = known ?? (first?.level === 1 ? readUnknown(text, next, nextEnd, head, inserts) : undefined);
  if (!first) return { class1: undefined, class2: undefined, after: at };
  if (first.level === 2) return { class1: undefined, class2: first.node, after: next };
  if (!second) return { class1: first.node, class2: undefined, after: next };
  return { class1: first.node, class2: second.node, after: skipSeparators(text, nextEnd, head.end) };
}

/** The class in one piece of a head, if it is one. */
function readPiece(
  text: string,
  start: number,
  end: number,
  levels: readonly (1 | 2)[],
  head: Head,
  inserts: readonly Span[],
  vocabulary: Vocabulary,
): ClassPiece | undefined {
  const piece = readClass(text, start, end, levels, vocabulary);
  return !piece || isCut(start, end, inserts) || isNameOnly(text, piece.node, end, head) ? undefined : piece;
}

/** Whether a comment or marker stands inside a piece, which then is no one word. */
function isCut(start: number, end: number, inserts: readonly Span[]): boolean {
  for (const insert of inserts) if (start <= insert.start && insert.start < end) return true;
  return false;
}

/** What is no class of the profile but is meant as one: where a class may stand, with a name behind it. */
function readUnknown(
  text: string,
  start: number,
  end: number,
  head: Head,
  inserts: readonly Span[],
): ClassPiece | undefined {
  const piece = readUnknownClass(text, start, end);
  return piece && !isCut(start, end, inserts) && hasNameBehind(text, end, head) ? piece : undefined;
}

/** Whether an indicator's name stands behind a piece: something before its value labels, or two fields where it has none. */
function hasNameBehind(text: string, pieceEnd: number, head: Head): boolean {
  const rest = skipSeparators(text, pieceEnd, head.end);
  if (head.isLabelled || rest === head.end) return rest < head.end;
  return skipSeparators(text, partWithoutLabel(text, rest, head.end, true), head.end) < head.end;
}

/**
 * Whether what reads as a class is rather the indicator's name (服务对象满意度; ≥90%): it has no code, does not end in
 * 指标, and nothing else could be the name.
 */
function isNameOnly(text: string, node: ClassNode, pieceEnd: number, { end, isLabelled }: Head): boolean {
  if (node.code || squeeze(text.slice(node.start, node.end)).endsWith('指标')) return false;
  const rest = skipSeparators(text, pieceEnd, end);
  if (isLabelled || rest === end) return rest === end;
  const isSemicolon = fold(text.charCodeAt(pieceEnd)) === SEMICOLON;
  const parted = partWithoutLabel(text, rest, end, isSemicolon);
  return skipSeparators(text, parted, end) === end;
}

/**
 * Where no value label is written: the offset of the mark that parts name and value, `;` before any other, or `end`.
 * A comma or colon between digits parts none.
 */
function partWithoutLabel(text: string, start: number, end: number, onlySemicolon = false): number {
  let other = end;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (fold(code) === SEMICOLON) return i;
    else if (other === end && !onlySemicolon && (isColon(code) || fold(code) === COMMA)) {
      const isInNumber = isDigit(text.charCodeAt(i - 1)) && i + 1 < end && isDigit(text.charCodeAt(i + 1));
      if (!isInNumber) other = i;
    }
  }
  return other;
}

/** The value behind a label, up to the next one. */
function labelledValue(text: string, labels: readonly ValueLabelMatch[], i: number, end: number): Value {
  const { node, index, misspelt } = labels[i] as ValueLabelMatch;
  const stop = labels[i + 1]?.node.start ?? end;
  const from = skipColons(text, node.colon + 1, stop);
  const span = { start: from, end: withoutTerminators(text, from, stop) };
  const valueEnd = Math.max(span.end, node.colon + 1);
  return { start: node.start, end: valueEnd, index, label: node, misspelt: misspelt || undefined, text: span };
}

/** The value that stands behind the name where no label is written; none where nothing but separators is left. */
function unlabelledValues(text: string, start: number, end: number): Value[] {
  const from = skipSeparators(text, start, end);
  const stop = withoutTerminators(text, from, end);
  if (from >= stop) return [];
  const span = { start: from, end: stop };
  return [{ start: from, end: stop, index: -1, label: undefined, misspelt: undefined, text: span }];
}

function skipColons(text: string, start: number, end: number): number {
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code) && !isColon(code)) break;
    i++;
  }
  return i;
}

/** The name between two offsets, and the code of the third level before it. */
function readName(
  text: string,
  start: number,
  end: number,
  class2: ClassNode | undefined,
): { readonly name?: Span | undefined; readonly code3?: Span | undefined } {
  const stop = withoutTerminators(text, start, end, ENUMERATION);
  const from = skipSeparators(text, start, stop);
  if (from >= stop) return {};
  const code3 = readCode3(text, from, stop, class2);
  if (!code3) return { name: { start: from, end: stop } };
  const dash = skipBlanks(text, code3.end, stop);
  return { code3, name: { start: skipBlanks(text, dash + 1, stop), end: stop } };
}

/**
 * The code of the third level: digits with `-` and a name behind them that begin with class 2's, or hold one or two
 * letters, or are six at least. `2023-2024学年` is none.
 */
function readCode3(text: string, start: number, end: number, class2: ClassNode | undefined): Span | undefined {
  let i = start;
  while (i < end && i - start < 3 && isLetter(text.charCodeAt(i))) i++;
  const letters = i - start;
  while (i < end && i - start < 16 && isDigit(text.charCodeAt(i))) i++;
  const digits = i - start - letters;
  if (letters > 2 || digits < 3 || digits > 12) return undefined;
  const dash = skipBlanks(text, i, end);
  if (dash + 1 >= end || !isDash(text.charCodeAt(dash))) return undefined;
  if (isNumberAt(text, skipBlanks(text, dash + 1, end), end)) return undefined;
  const isLong = letters > 0 ? digits >= 4 : digits >= 6;
  const code = class2?.code;
  const isOfClass =
    letters === 0 && code && squeeze(text.slice(start, i)).startsWith(squeeze(text.slice(code.start, code.end)));
  return isLong || isOfClass ? { start, end: i } : undefined;
}

function isLetter(code: number): boolean {
  const lower = fold(code) | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Whether a number of four digits or more stands here, such as a year. */
function isNumberAt(text: string, start: number, end: number): boolean {
  let i = start;
  while (i < end && i - start < 4 && isDigit(text.charCodeAt(i))) i++;
  return i - start === 4;
}

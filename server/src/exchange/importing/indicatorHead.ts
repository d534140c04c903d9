import { squeeze } from '../../syntax/characters.ts';
import { joinedCell } from './cellText.ts';
import { type IndicatorRole, indicatorWord, isGroupWord, type ValueSpan } from './indicatorWords.ts';
import { isMoneySection } from './moneyWords.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** A column of a head. */
export interface HeadColumn {
  readonly column: number;
  /** The first column behind those that the head's cell covers. */
  readonly end: number;
  readonly role: IndicatorRole;
  readonly span: ValueSpan;
  /** The word as the head has it. */
  readonly name: string;
}

/** The head over rows of indicators. */
export interface IndicatorHead {
  /** Its first row, and the first row behind it. */
  readonly top: number;
  readonly end: number;
  /** Columns of indicators, from the first of their levels on. */
  readonly columns: readonly HeadColumn[];
  /** The first of these columns. */
  readonly from: number;
}

/** The head whose row of words is the given one, if it is such a row: it names indicators and values, and classes or parts of values. */
export function indicatorHeadAt(sheet: Sheet, row: number): IndicatorHead | undefined {
  let known = heads.get(sheet);
  if (!known) {
    known = new Map();
    heads.set(sheet, known);
  }
  if (!known.has(row)) known.set(row, findHead(sheet, row));
  return known.get(row);
}

/** Every row is asked about several times. */
const heads = new WeakMap<Sheet, Map<number, IndicatorHead | undefined>>();

function findHead(sheet: Sheet, row: number): IndicatorHead | undefined {
  if (!isWordRow(sheet, row)) return undefined;
  let top = row;
  while (top > 0 && isAbove(sheet, top - 1, row)) top--;
  let end = endOfWords(sheet, row);
  while (end < sheet.height && isBelow(sheet, end, row)) end++;
  const columns = columnsOf(sheet, top, end);
  const has = (role: IndicatorRole) => columns.some((column) => column.role === role);
  if (!has('name') || !(has('value') || has('valueText'))) return undefined;
  const from = Math.min(...columns.filter(({ role }) => role !== 'other').map(({ column }) => column));
  return { top, end, from, columns: columns.filter(({ column }) => column >= from) };
}

/** The first row behind the words of the levels: they may all be merged over rows in which others have more words. */
function endOfWords(sheet: Sheet, row: number): number {
  const words = sheet.begin(row).filter(({ text }) => isLevel(indicatorWord([text])?.role));
  return Math.min(...words.map(({ endRow }) => endRow));
}

function isLevel(role: IndicatorRole | undefined): boolean {
  return role === 'level1' || role === 'level2' || role === 'name';
}

function isWordRow(sheet: Sheet, row: number): boolean {
  const roles = new Set(sheet.begin(row).map(({ text }) => indicatorWord([text])?.role));
  const hasAll = (...own: readonly IndicatorRole[]) => own.every((role) => roles.has(role));
  if (roles.has('level1') || roles.has('level2')) return roles.has('name') || hasAll('level1', 'level2');
  // Some forms have no classes: what else they say of indicators tells their head from those of other tables.
  return hasAll('name', 'value', 'unit') && (roles.has('operator') || roles.has('weight'));
}

/**
 * Whether a row belongs to the head that goes on below it: a cell of it covers the row of words, or all of its cells are
 * words over others, or over nothing beside such as are.
 */
function isAbove(sheet: Sheet, row: number, words: number): boolean {
  const cells = sheet.begin(row);
  if (cells.length === 0) return false;
  const reaches = cells.filter((cell) => cell.endRow > words && cell.column > 0);
  if (reaches.length > 0 && cells.every(isShort)) return true;
  const others = cells.filter((cell) => cell.endRow <= words);
  if (others.length === 0) return false;
  if (others.every(({ text }) => isGroupWord(text))) return others.length + reaches.length > 1;
  const over = others.filter((cell) => !isOverNothing(sheet, cell, words));
  return over.length > 0 && over.length < others.length && over.every(isOverLevels) && cells.every(isShort);

  function isOverLevels({ text, column, endColumn }: SheetCell): boolean {
    return isGroupWord(text) && endColumn - column > 1 && isLevel(indicatorWord([textAt(sheet, words, column)])?.role);
  }
}

/** Whether the cells below a word are empty down to a row: it stands for them as if it was merged with them. */
function isOverNothing(sheet: Sheet, { column, endColumn, endRow }: SheetCell, row: number): boolean {
  for (let below = endRow; below <= row; below++)
    for (let at = column; at < endColumn; at++) if (squeeze(textAt(sheet, below, at)) !== '') return false;
  return true;
}

function textAt(sheet: Sheet, row: number, column: number): string {
  return sheet.at(row, column)?.text ?? '';
}

const LONGEST_WORD = 24;

function isShort({ text }: SheetCell): boolean {
  const word = squeeze(text);
  return word.length <= LONGEST_WORD && !/^[\d.,]+$/.test(word);
}

/** Whether a row goes on with the head: its cells stand below words that cover several columns, and are words of their kind. */
function isBelow(sheet: Sheet, row: number, words: number): boolean {
  const cells = sheet.begin(row);
  if (cells.length === 0) return false;
  return cells.every((cell) => {
    const above = sheet.at(words, cell.column);
    const isUnder = above !== undefined && above.endRow <= row && above.endColumn - above.column > 1;
    return isUnder && (indicatorWord([cell.text]) !== undefined || (isMoneySection(above.text) && isShort(cell)));
  });
}

/** The columns of a head; of several with one role and span, the first. */
function columnsOf(sheet: Sheet, top: number, end: number): HeadColumn[] {
  const columns: HeadColumn[] = [];
  for (let column = 0; column < sheet.width; column++) {
    const path = pathOf(sheet, top, end, column);
    const last = path.at(-1);
    if (!last || last.column < column) continue;
    const word = indicatorWord(path.map(({ text }) => text));
    const name = joinedCell(last.text);
    const isTaken = columns.some((other) => other.role === word?.role && other.span === word.span);
    // 单位 before all of the indicators' columns is whose the project is, no unit of measure.
    const isOfProject = word?.role === 'unit' && columns.every((other) => other.role === 'other');
    const { role, span } = word && !isTaken && !isOfProject ? word : ({ role: 'other', span: 'any' } as const);
    columns.push({ column, end: last.endColumn, role, span, name });
  }
  return columns;
}

/** The cells of a head over a column, from the top down. */
export function pathOf(sheet: Sheet, top: number, end: number, column: number): SheetCell[] {
  const path: SheetCell[] = [];
  for (let row = top; row < end; row++) {
    const cell = sheet.at(row, column);
    if (cell && cell !== path.at(-1) && squeeze(cell.text) !== '') path.push(cell);
  }
  return path;
}

import { squeeze } from '../../syntax/characters.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { type MoneyUnit, readMoneyUnit } from '../../table/moneyUnit.ts';
import { bracketsOf, joinedCell } from './cellText.ts';
import { type IndicatorHead, pathOf } from './indicatorHead.ts';
import { isMoneySection } from './moneyWords.ts';
import { yearOfMoney } from './moneyYears.ts';
import { type ProjectWord, wordOfMoney } from './projectWords.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** A column of the list's left part, which says something of a project as a whole. */
export interface ProjectColumn {
  readonly column: number;
  readonly end: number;
  readonly word: ProjectWord | undefined;
  readonly name: string;
  /** The money unit that words over it name, and the cell that does. */
  readonly moneyUnit?: MoneyUnit | undefined;
  readonly moneyUnitCell?: SheetCell | undefined;
}

/** Whether a head stands over a list of projects: the columns before those of indicators name them. */
export function isListHead(sheet: Sheet, head: IndicatorHead, vocabulary: Vocabulary): boolean {
  return projectColumns(sheet, head, vocabulary).some(({ word }) => word?.is === 'name');
}

/** Before the projects' names: whose they are. */
const SHORT_UNIT = '单位';

/** The columns that say something of projects. */
export function projectColumns(sheet: Sheet, head: IndicatorHead, vocabulary: Vocabulary): ProjectColumn[] {
  const columns: ProjectColumn[] = [];
  const last = Math.max(...head.columns.flatMap(({ role, column }) => (role === 'other' ? [] : [column])));
  for (let column = 0; column < sheet.width; column++) {
    if (column >= head.from && column <= last) continue;
    const path = pathOf(sheet, head.top, head.end, column);
    const own = path.at(-1);
    // No word of its own stands over the column, but cells may stand in it.
    if (!own || own.column < column) {
      const name = own ? joinedCell(own.text) : '';
      if (column < head.from) columns.push({ column, end: column + 1, word: undefined, name });
      continue;
    }
    const words = path.map(({ text, column: from, endColumn }, i) => {
      // Over several columns, a word for the total is none of theirs.
      const isOver = i < path.length - 1 && endColumn - from > 1 && isMoneySection(text);
      return isOver ? undefined : wordOfMoney(text, path[i - 1]?.text, vocabulary);
    });
    const isUnit =
      column < head.from &&
      squeeze(own.text) === SHORT_UNIT &&
      columns.every(({ word }) => !word || word.is === 'ordinal');
    const word = isUnit
      ? ({ is: 'unit' } as const)
      : words.findLast((known) => known !== undefined && known.is !== 'section');
    const unitIn = ({ text }: SheetCell) =>
      bracketsOf(squeeze(text))
        .map(readMoneyUnit)
        .find((unit) => unit);
    const moneyUnitCell = path.find(unitIn);
    const moneyUnit = moneyUnitCell && unitIn(moneyUnitCell);
    if (column < head.from || isOfProjects(sheet, head, column, word))
      columns.push({ column, end: own.endColumn, word, name: nameOf(path), moneyUnit, moneyUnitCell });
  }
  return columns;
}

/** A column's own word; where those over it say of which year's money it is, these too. */
function nameOf(path: readonly SheetCell[]): string {
  const words = path.map(({ text }) => joinedCell(text));
  return words.slice(0, -1).some((word) => yearOfMoney(word) !== undefined) ? words.join(' ') : (words.at(-1) ?? '');
}

/**
 * Whether a column behind those of indicators is of projects: it is called as one of their fields is, and its cells stand
 * once for all rows of a project.
 */
function isOfProjects(
  sheet: Sheet,
  { end, columns }: IndicatorHead,
  column: number,
  word: ProjectWord | undefined,
): boolean {
  if (word?.is !== 'field' && word?.is !== 'periodTotal') return false;
  const name = columns.find(({ role }) => role === 'name')?.column ?? 0;
  for (let row = end; row < sheet.height; row++) {
    const cell = sheet.beginsAt(row, column);
    const first = sheet.beginsAt(row, 0);
    if (cell && sheet.beginsAt(row, name) && cell.endRow !== first?.endRow) return false;
  }
  return true;
}

/** Whether every row of indicators has a name, and none is merged over several. */
export function isSaidAgain(sheet: Sheet, head: IndicatorHead, columns: readonly ProjectColumn[]): boolean {
  const name = columns.find(({ word }) => word?.is === 'name')?.column;
  const rows = rowsOfIndicators(sheet, head);
  if (name === undefined || rows.length === 0) return false;
  return rows.every((row) => {
    const cell = sheet.beginsAt(row, name);
    return cell !== undefined && cell.endRow - cell.row === 1;
  });
}

/** Whether an ordinal stands over several rows of indicators, and so is a project's: merged, once, or said again. */
export function doOrdinalsTell(sheet: Sheet, head: IndicatorHead, columns: readonly ProjectColumn[]): boolean {
  const ordinal = columns.find(({ word }) => word?.is === 'ordinal')?.column;
  if (ordinal === undefined) return false;
  const own = rowsOfIndicators(sheet, head).map((row) => squeeze(sheet.beginsAt(row, ordinal)?.text ?? ''));
  return own.some((text, i) => i > 0 && (text === '' || text === own[i - 1]));
}

function rowsOfIndicators(sheet: Sheet, { end, columns }: IndicatorHead): number[] {
  const name = columns.find(({ role }) => role === 'name')?.column;
  const rows: number[] = [];
  for (let row = end; row < sheet.height; row++) if (name !== undefined && sheet.beginsAt(row, name)) rows.push(row);
  return rows;
}

import { squeeze } from '../../syntax/characters.ts';
import { cellName, type Grid } from '../grid.ts';
import type { RowRole } from '../rowRole.ts';
import type { Place } from './report.ts';

/** A row of a grid as its cells in order; a cell that is not there is empty. */
export interface SourceRow {
  /** Its number in the source, counted from 1; 0 for a line outside of the table. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Columns whose cells hold numbers. */
  readonly numbers?: ReadonlySet<number>;
  /** Numbers as they are shown, where that is rounded, by columns. */
  readonly shown?: ReadonlyMap<number, string>;
  /** What the names of its cells begin with: `Sheet1!`. */
  readonly sheet: string;
  /** What the file says it is. */
  readonly role?: RowRole | undefined;
  /** It may be the rest of the row above, cut by the end of a page. */
  readonly startsPage?: true | undefined;
}

/** The rows of a grid. Those of a ragged one end with their last cell, others go on to the grid's last column. */
export function sourceRows(grid: Grid, sheet: string): SourceRow[] {
  const width = grid.isRagged ? 0 : widthOf(grid);
  return grid.rows.map(({ number, cells, role, startsPage }) => {
    const own = cells.reduce((most, { column, columns = 1 }) => Math.max(most, column + columns), width);
    const texts = Array.from({ length: own }, () => '');
    for (const { column, text } of cells) texts[column] = text;
    const numbers = new Set(cells.flatMap(({ column, isNumber }) => (isNumber ? [column] : [])));
    const shown = new Map(cells.flatMap((cell) => (cell.shown === undefined ? [] : [[cell.column, cell.shown]])));
    const ofNumbers = { ...(numbers.size > 0 && { numbers }), ...(shown.size > 0 && { shown }) };
    const said = { ...ofNumbers, ...(role && { role }), ...(startsPage && { startsPage }) };
    return { line: number, cells: texts, sheet, ...said };
  });
}

function widthOf(grid: Grid): number {
  let width = 0;
  for (const { cells } of grid.rows) {
    for (const { column, columns = 1 } of cells) width = Math.max(width, column + columns);
  }
  return width;
}

/** Whether a row is a line of text that stands in the first of its cells, and in no column. */
export function isLine({ cells }: SourceRow): boolean {
  return cells.every((cell, i) => i === 0 || squeeze(cell) === '');
}

/** Where a cell stands, or a row as a whole. */
export function placeIn({ line, sheet }: SourceRow, column?: number): Place {
  return column === undefined || line === 0 ? { line } : { line, cell: `${sheet}${cellName(line, column)}` };
}

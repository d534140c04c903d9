import type { Sheet, SheetCell } from '../../book.ts';
import { lineCount } from '../textHeight.ts';

/** Height of a line of the text, in points: what the tallest of the usual fonts takes at this size. */
export const LINE_POINTS = 14.5;
/** The tallest row that is written: whole lines, so that pages part between them; spreadsheets have none beyond 409 points. */
const TALLEST = 27 * LINE_POINTS;
const PADDING = 4;
/** What of a column's width its text does not take. */
const MARGIN = 1;
/** Widths count digits of the workbook's own font, which are a little wider than half a Han character of the text's. */
const CHARACTERS = 1.02;
/** Bold characters are wider. */
const STRONG_CHARACTERS = 0.95;

/**
 * How tall a sheet's rows are so that all their text shows, and how many rows of the file each takes: a row that would
 * be taller than spreadsheets have them is made of several, over which its cells are merged.
 */
export interface RowHeights {
  /** Heights in points, of each row of the file. */
  readonly heights: readonly number[];
  /** The first row of the file of each row of the sheet, and what would come after the last. */
  readonly starts: readonly number[];
}

export function rowHeights(sheet: Sheet): RowHeights {
  const needed = sheet.rows.map(() => LINE_POINTS);
  const merged: { row: number; cell: SheetCell }[] = [];
  sheet.rows.forEach(({ cells }, row) => {
    for (const cell of cells) {
      if ((cell.rows ?? 1) > 1) merged.push({ row, cell });
      else needed[row] = Math.max(needed[row] as number, linesIn(cell, sheet) * LINE_POINTS);
    }
  });
  // What a merged cell needs beyond its rows, the last of them is given.
  for (const { row, cell } of merged) {
    const last = row + (cell.rows as number) - 1;
    const own = needed.slice(row, last + 1).reduce((sum, height) => sum + height, 0);
    const lacking = linesIn(cell, sheet) * LINE_POINTS - own;
    if (lacking > 0) {
      const each = lacking / (cell.rows as number);
      for (let i = row; i <= last; i++) needed[i] = (needed[i] as number) + each;
    }
  }
  const heights: number[] = [];
  const starts: number[] = [];
  for (const height of needed) {
    starts.push(heights.length);
    let left = height + PADDING;
    for (; left > TALLEST; left -= TALLEST) heights.push(TALLEST);
    heights.push(Math.max(left, LINE_POINTS));
  }
  starts.push(heights.length);
  return { heights, starts };
}

function linesIn({ text, column, columns = 1, isStrong, is }: SheetCell, sheet: Sheet): number {
  let width = 0;
  for (let i = column; i < column + columns; i++) width += sheet.columns[i]?.width ?? 0;
  return text === ''
    ? 1
    : lineCount(text, (width - MARGIN) * (isStrong || is === 'head' ? STRONG_CHARACTERS : CHARACTERS));
}

/**
 * Rows of the file, from 0, that begin a new page, so that a text in cells merged over several rows is not cut between
 * two pages. Rows that stand alone are kept whole by the program that prints them.
 * @param room points of a page, @param used what stands above the table on the first one
 */
export function pageBreaks(sheet: Sheet, { heights, starts }: RowHeights, room: number, used: number): number[] {
  const breaks: number[] = [];
  let left = room - used;
  /** Where the row of a unit begins that stands right above: it goes along with its first project. */
  let unit: number | undefined;
  for (let row = 0; row < sheet.rows.length; ) {
    const rows = Math.max(1, ...(sheet.rows[row]?.cells ?? []).map((cell) => cell.rows ?? 1));
    const start = starts[row] as number;
    const end = starts[row + rows] as number;
    const height = heights.slice(start, end).reduce((sum, own) => sum + own, 0);
    if (height > left && end - start > 1 && height <= room && row > sheet.headRows) {
      breaks.push(unit ?? start);
      left = room - (unit === undefined ? 0 : (heights[unit] ?? 0));
    }
    const isUnit = row > sheet.headRows && rows === 1 && sheet.rows[row]?.cells.some(({ isStrong }) => isStrong);
    unit = isUnit ? start : undefined;
    left -= height;
    if (left < 0) left = room - Math.min(room, height);
    row += rows;
  }
  return breaks;
}

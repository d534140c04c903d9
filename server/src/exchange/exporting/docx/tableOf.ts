import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { markOf, type Sheet, type SheetCell } from '../../book.ts';
import type { RowRole } from '../../rowRole.ts';
import { lineCount } from '../textHeight.ts';
import { styleOf } from './roleStyles.ts';
import { FONTS, run } from './runs.ts';

/** Rows of more lines than this, about half a page, may go over from one page to the next. */
const LONG = 24;

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const ALIGNMENTS = {
  head: AlignmentType.CENTER,
  amount: AlignmentType.RIGHT,
  text: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
} as const;

/** @param width of the page without its margins, in twentieths of a point */
export function tableOf(sheet: Sheet, width: number): Table {
  const characters = sheet.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = sheet.columns.map((column) => Math.floor((width * column.width) / characters));
  const keeps = rowsWithNext(sheet);
  return new Table({
    width: { size: widths.reduce((sum, own) => sum + own, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: BORDER,
      bottom: BORDER,
      left: BORDER,
      right: BORDER,
      insideHorizontal: BORDER,
      insideVertical: BORDER,
    },
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    rows: sheet.rows.map(
      (row, i) =>
        new TableRow({
          tableHeader: i < sheet.headRows,
          cantSplit: row.cells.every((cell) => linesIn(cell, sheet) <= LONG),
          children: row.cells.map((cell, at) => cellOf(cell, widths, keeps.has(i), at === 0 ? markOf(row) : undefined)),
        }),
    ),
  });
}

function linesIn({ text, column }: SheetCell, sheet: Sheet): number {
  return lineCount(text, sheet.columns[column]?.width ?? 0);
}

/** The rows that stay on one page with the next: a unit's own, and those of a project that is not long. */
function rowsWithNext(sheet: Sheet): Set<number> {
  const keeps = new Set<number>();
  sheet.rows.forEach(({ cells }, i) => {
    if (cells.some(({ isStrong }) => isStrong)) keeps.add(i);
    const rows = Math.max(...cells.map((cell) => cell.rows ?? 1));
    if (rows > LONG / 2 || cells.some((cell) => linesIn(cell, sheet) > LONG)) return;
    for (let row = i; row < i + rows - 1; row++) keeps.add(row);
  });
  return keeps;
}

/** @param role what the row is, which the style of its name says */
function cellOf(cell: SheetCell, widths: readonly number[], keepNext: boolean, role: RowRole | undefined): TableCell {
  const { column, columns = 1, rows = 1, is, isStrong, text } = cell;
  const size = widths.slice(column, column + columns).reduce((sum, own) => sum + own, 0);
  // A name in a style of its own has its looks from that.
  const isBold = is === 'head' || (isStrong === true && !role);
  const looks = { ...(isBold && { bold: true }), ...(is === 'head' && { font: FONTS.head }) };
  return new TableCell({
    width: { size, type: WidthType.DXA },
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlign.CENTER,
    children: text.split(/\r\n|\r|\n/).map(
      (line) =>
        new Paragraph({
          ...(role && { style: styleOf(role) }),
          alignment: ALIGNMENTS[is],
          keepNext,
          children: line === '' ? [] : [run(line, looks)],
        }),
    ),
  });
}

import type { Alignment, Border, Borders, Cell, Font, Workbook, Worksheet } from 'exceljs';
import { type Book, cellPlaceKey, type Sheet, type SheetCell, type SheetLine } from '../../book.ts';
import { inWorkbook } from '../../controlCharacters.ts';
import { isHeldExactly } from '../../exactNumber.ts';
import { sumFormula } from './formula.ts';
import { LINE_POINTS, pageBreaks, type RowHeights, rowHeights } from './sheetRows.ts';

const FONT: Partial<Font> = { name: '宋体', size: 10 };
const FONTS = {
  text: FONT,
  strong: { ...FONT, bold: true },
  title: { name: '黑体', size: 16, bold: true },
} satisfies Record<string, Partial<Font>>;
const THIN: Partial<Border> = { style: 'thin' };
const BORDER: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const ALIGNMENTS: Readonly<Record<SheetCell['is'], Partial<Alignment>>> = {
  head: { horizontal: 'center', vertical: 'middle', wrapText: true },
  amount: { horizontal: 'right', vertical: 'middle' },
  text: { horizontal: 'left', vertical: 'middle', wrapText: true },
  center: { horizontal: 'center', vertical: 'middle', wrapText: true },
};
/** Of a text that stands where an amount should: it is to be seen whole. */
const WRITTEN_AMOUNT: Partial<Alignment> = { horizontal: 'right', vertical: 'middle', wrapText: true };
/** Numbers of paper sizes, as Windows has them. */
const PAPERS: Readonly<Record<Book['paper'], number>> = { A3: 8, A4: 9 };
/** What a page has room for, in points, where it is not made smaller to fit its width. */
const PAGE_POINTS: Readonly<Record<Book['paper'], number>> = { A3: 740, A4: 490 };
const TITLE_POINTS = 30;
const FOOTER = '&C&"宋体"&9第 &P 页，共 &N 页';

/** Adds a sheet of the book as a sheet of the workbook; gives the row of the file that a row of the sheet begins at. */
export function addSheet(workbook: Workbook, sheet: Sheet, paper: Book['paper']): (row: number) => number {
  const lines = aboveRows(sheet.above);
  const first = lines.length + 1;
  const rows = rowHeights(sheet);
  const headEnd = lines.length + (rows.starts[sheet.headRows] ?? 0);
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: headEnd, showGridLines: false }],
    pageSetup: {
      paperSize: PAPERS[paper],
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${first}:${headEnd}`,
      margins: { left: 0.45, right: 0.45, top: 0.55, bottom: 0.65, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: FOOTER },
  });
  sheet.columns.forEach(({ width }, i) => {
    worksheet.getColumn(i + 1).width = width;
  });
  for (const [i, line] of lines.entries()) addLine(worksheet, line, i + 1, sheet.columns.length);
  addRows(worksheet, sheet, rows, first);
  const room = PAGE_POINTS[paper] - (headEnd - lines.length) * LINE_POINTS;
  const used = TITLE_POINTS + lines.length * LINE_POINTS;
  for (const row of pageBreaks(sheet, rows, room, used)) worksheet.getRow(first + row - 1).addPageBreak();
  return (row) => first + (rows.starts[row] as number);
}

/** A line to the left may share its row with one to the right. */
function aboveRows(above: readonly SheetLine[]): SheetLine[][] {
  const rows: SheetLine[][] = [];
  for (const line of above) {
    const last = rows.at(-1);
    if (line.is === 'right' && last?.length === 1 && last[0]?.is === 'left') last.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** How many columns a line to the right takes. */
const RIGHT_COLUMNS = 1;

function addLine(worksheet: Worksheet, lines: readonly SheetLine[], row: number, columns: number): void {
  worksheet.getRow(row).height = lines[0]?.is === 'title' ? TITLE_POINTS : LINE_POINTS + 4;
  for (const { text, is } of lines) {
    const isBeside = lines.length > 1 && columns > RIGHT_COLUMNS;
    const from = is === 'right' && isBeside ? columns : 1;
    const to = is !== 'right' && isBeside ? columns - RIGHT_COLUMNS : columns;
    const cell = worksheet.getCell(row, from);
    setText(cell, text);
    cell.font = is === 'title' ? FONTS.title : FONTS.text;
    const horizontal = is === 'title' ? 'center' : is;
    cell.alignment = { horizontal, vertical: 'middle', ...(is !== 'title' && { wrapText: false }) };
    if (to > from) worksheet.mergeCells(row, from, row, to);
  }
}

function addRows(worksheet: Worksheet, sheet: Sheet, { heights, starts }: RowHeights, first: number): void {
  const keys = new Map<string, SheetCell>();
  sheet.rows.forEach(({ cells }, row) => {
    for (const cell of cells) keys.set(cellPlaceKey({ row, column: cell.column }), cell);
  });
  const rowOf = (row: number) => first + (starts[row] as number);
  heights.forEach((height, i) => {
    worksheet.getRow(first + i).height = height;
  });
  sheet.rows.forEach(({ cells }, row) => {
    for (const cell of cells) {
      const to = { row: rowOf(row + (cell.rows ?? 1)) - 1, column: cell.column + (cell.columns ?? 1) };
      const height = heights.slice(rowOf(row) - first, to.row - first + 1).reduce((sum, own) => sum + own, 0);
      const target = worksheet.getCell(rowOf(row), cell.column + 1);
      // Each of the cells that are merged has its border. They are not merged by the sheet's own way, which compares each
      // range with all others and takes minutes where there are a hundred thousand.
      for (let r = rowOf(row); r <= to.row; r++) {
        for (let c = cell.column + 1; c <= to.column; c++) {
          const covered = worksheet.getCell(r, c);
          dress(covered, cell, height > TALL);
          if (covered !== target) covered.merge(target, true);
        }
      }
      setValue(target, cell, () => {
        const places = cell.sumOf ?? [];
        const isExact = places.every((place) => isHeldExactly(keys.get(cellPlaceKey(place))?.number ?? '0'));
        return isExact && places.length > 0 ? sumFormula(places, rowOf, (key) => keys.has(key)) : undefined;
      });
    }
  });
}

/** A text in the middle of a cell that is taller than this, about half a page, may be cut in two by the page's end. */
const TALL = 380;

function dress(target: Cell, cell: SheetCell, isTall: boolean): void {
  target.border = BORDER;
  target.font = cell.isStrong || cell.is === 'head' ? FONTS.strong : FONTS.text;
  const isWritten = cell.is === 'amount' && cell.number === undefined;
  const alignment = isWritten ? WRITTEN_AMOUNT : ALIGNMENTS[cell.is];
  target.alignment = isTall ? { ...alignment, vertical: 'top' } : alignment;
}

function setValue(target: Cell, cell: SheetCell, formula: () => string | undefined): void {
  const { number, text } = cell;
  if (number === undefined || !isHeldExactly(number)) {
    setText(target, number ?? text);
    return;
  }
  const decimals = number.split('.')[1]?.length ?? 0;
  target.numFmt = `#,##0.${'0'.repeat(Math.max(2, decimals))}`;
  const sum = formula();
  target.value = sum === undefined ? Number(number) : { formula: sum, result: Number(number), date1904: false };
}

/** A text is a text, whatever it begins with. */
function setText(target: Cell, text: string): void {
  if (text === '') return;
  target.value = inWorkbook(text.replace(/\r\n|\r/g, '\n'));
  target.numFmt = '@';
}

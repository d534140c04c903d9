import Papa from 'papaparse';
import type { Sheet } from '../book.ts';
import { guarded } from '../formulaGuard.ts';
import { withRoleColumn } from './roleColumn.ts';
import { sheetCells } from './sheetTexts.ts';

/** A sheet as CSV that spreadsheets open as it is: with a byte order mark, amounts ungrouped, texts never formulas. */
export function csvOf(sheet: Sheet): string {
  const rows = [
    ...sheet.above.map(({ text }) => [guarded(text)]),
    ...sheetCells(withRoleColumn(sheet)).map((row) => row.map((cell) => cell?.number ?? guarded(cell?.text ?? ''))),
  ];
  return `\ufeff${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}

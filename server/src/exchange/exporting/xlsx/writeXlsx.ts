import ExcelJS from 'exceljs';
import type { Book } from '../../book.ts';
import { inWorkbook } from '../../controlCharacters.ts';
import { addSheet } from './addSheet.ts';

/** Writes a workbook. */
export async function writeXlsx(book: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = inWorkbook(book.title);
  // Programs that keep formulas count them anew when they open the file, whatever is kept with them.
  workbook.calcProperties = { fullCalcOnLoad: true };
  for (const sheet of book.sheets) addSheet(workbook, sheet, book.paper);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

import ExcelJS from 'exceljs';
import type { Book } from '../../book.ts';
import { inWorkbook } from '../../controlCharacters.ts';
import { addSheet } from './addSheet.ts';
import { roleNames } from './roleNames.ts';

/** Writes a workbook. */
export async function writeXlsx(book: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = inWorkbook(book.title);
  // Programs that keep formulas count them anew when they open the file, whatever is kept with them.
  workbook.calcProperties = { fullCalcOnLoad: true };
  const names = book.sheets.flatMap((sheet, place) => roleNames(sheet, place, addSheet(workbook, sheet, book.paper)));
  // Of itself ExcelJS has names of the whole workbook only, and makes one range of cells that touch.
  Object.defineProperty(workbook.definedNames, 'model', { value: names });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

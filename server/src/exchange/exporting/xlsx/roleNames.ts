import { markOf, type Sheet } from '../../book.ts';
import { cellName } from '../../grid.ts';
import { ROW_ROLES, type RowRole, roleName } from '../../rowRole.ts';

/** A name of cells that holds for one sheet. */
export interface SheetName {
  readonly name: string;
  readonly localSheetId: number;
  readonly ranges: readonly string[];
}

/** Spreadsheets take no name for more than this many characters of places, with some room. */
const LONGEST = 8000;

/**
 * Names for the first cells of the rows that are marked. Names stay with their cells when rows are put in or taken out.
 * Each cell is a place of its own, so that a row put in between two of them is not marked unseen.
 * @param rowOf the row of the file, counted from 1, that a row of the sheet begins at
 */
export function roleNames(sheet: Sheet, place: number, rowOf: (row: number) => number): SheetName[] {
  return ROW_ROLES.flatMap((role) =>
    chunksOf(cellsOf(sheet, role, rowOf)).map((ranges, i) => {
      return { name: i === 0 ? roleName(role) : `${roleName(role)}_${i + 1}`, localSheetId: place, ranges };
    }),
  );
}

function cellsOf(sheet: Sheet, role: RowRole, rowOf: (row: number) => number): string[] {
  return sheet.rows.flatMap((row, i) => {
    if (markOf(row) !== role) return [];
    const cell = cellName(rowOf(i), row.cells[0]?.column ?? 0);
    return [`'${sheet.name}'!${cell.replace(/(\D+)(\d+)/, '$$$1$$$2')}`];
  });
}

function chunksOf(cells: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let room = 0;
  for (const cell of cells) {
    room -= cell.length + 1;
    if (room < 0) {
      chunks.push([]);
      room = LONGEST - cell.length - 1;
    }
    chunks.at(-1)?.push(cell);
  }
  return chunks;
}

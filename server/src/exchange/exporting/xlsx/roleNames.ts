import { markOf, type Sheet } from '../../book.ts';
import { cellName } from '../../grid.ts';
import { type RowName, rowName, wordOf } from '../../rowName.ts';

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
  const cells = new Map<string, { readonly of: RowName; readonly cells: string[] }>();
  sheet.rows.forEach((row, i) => {
    const role = markOf(row);
    const [first] = row.cells;
    if (!role || !first) return;
    const of: RowName = { role, word: wordOf(first.text) };
    const name = rowName(of, 1);
    const cell = cellName(rowOf(i), first.column).replace(/(\D+)(\d+)/, '$$$1$$$2');
    if (!cells.has(name)) cells.set(name, { of, cells: [] });
    cells.get(name)?.cells.push(`'${sheet.name}'!${cell}`);
  });
  return [...cells.values()].flatMap((named) =>
    chunksOf(named.cells).map((ranges, i) => ({ name: rowName(named.of, i + 1), localSheetId: place, ranges })),
  );
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

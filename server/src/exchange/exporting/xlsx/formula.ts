import { type CellPlace, cellPlaceKey } from '../../book.ts';
import { cellName } from '../../grid.ts';

/** The longest formula that spreadsheets take, with some room. */
const LONGEST = 8000;
/** How many arguments a function takes. */
const MOST_ARGUMENTS = 250;

/**
 * A formula that adds up some cells, without its `=`; undefined where spreadsheets take none so long. Cells with nothing
 * but covered ones between them become a range.
 * @param rowOf the row of the file, counted from 1, that a row of the sheet begins at
 * @param isCell whether a cell of its own stands at a place
 */
export function sumFormula(
  places: readonly CellPlace[],
  rowOf: (row: number) => number,
  isCell: (key: string) => boolean,
): string | undefined {
  const ranges: { from: CellPlace; to: CellPlace }[] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    if (last && follows(last.to, place, isCell)) last.to = place;
    else ranges.push({ from: place, to: place });
  }
  const names = ranges.map(({ from, to }) => {
    const first = cellName(rowOf(from.row), from.column);
    return from === to ? first : `${first}:${cellName(rowOf(to.row), to.column)}`;
  });
  const formula = sumOf(names);
  return formula.length <= LONGEST ? formula : undefined;
}

function follows(last: CellPlace, next: CellPlace, isCell: (key: string) => boolean): boolean {
  if (last.row === next.row) return next.column === last.column + 1;
  if (last.column !== next.column || next.row < last.row) return false;
  for (let row = last.row + 1; row < next.row; row++) {
    if (isCell(cellPlaceKey({ row, column: next.column }))) return false;
  }
  return true;
}

function sumOf(names: readonly string[]): string {
  if (names.length <= MOST_ARGUMENTS) return `SUM(${names.join(',')})`;
  const parts: string[] = [];
  for (let i = 0; i < names.length; i += MOST_ARGUMENTS) parts.push(sumOf(names.slice(i, i + MOST_ARGUMENTS)));
  return sumOf(parts);
}

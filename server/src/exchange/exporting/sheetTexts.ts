import type { Sheet, SheetCell } from '../book.ts';

/** The rows of a sheet as cells by column; what a merged cell covers is undefined, as what is not there. */
export function sheetCells({ rows, columns }: Sheet): (SheetCell | undefined)[][] {
  return rows.map(({ cells }) => {
    const row: (SheetCell | undefined)[] = columns.map(() => undefined);
    for (const cell of cells) row[cell.column] = cell;
    return row;
  });
}

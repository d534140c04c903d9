import type { GridRow } from '../../grid.ts';
import type { Attributes } from '../xml.ts';

/** Which rows and columns of a sheet are hidden, by hand or by a filter. */
export class Hidden {
  readonly #rows = new Set<number>();
  readonly #columns: { readonly first: number; readonly last: number }[] = [];

  /** @param number the row's, counted from 1 */
  row(number: number, { hidden }: Attributes): void {
    if (isTrue(hidden)) this.#rows.add(number);
  }

  /** Some columns side by side, which the file counts from 1. */
  columns({ min, max, hidden }: Attributes): void {
    if (isTrue(hidden)) this.#columns.push({ first: Number(min) - 1, last: Number(max) - 1 });
  }

  mark(row: GridRow): GridRow {
    const cells =
      this.#columns.length === 0
        ? row.cells
        : row.cells.map((cell) => (this.#isSeen(cell.column) ? cell : { ...cell, isHidden: true as const }));
    return { ...row, cells, ...(this.#rows.has(row.number) && { isHidden: true }) };
  }

  #isSeen(column: number): boolean {
    return !this.#columns.some(({ first, last }) => first <= column && column <= last);
  }
}

function isTrue(written: string | undefined): boolean {
  return written === '1' || written === 'true';
}

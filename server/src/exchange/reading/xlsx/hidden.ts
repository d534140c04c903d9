import type { GridCell, GridRow } from '../../grid.ts';
import { MAX_SHEET_COLUMNS } from '../limits.ts';
import type { Attributes } from '../xml.ts';

/** Which rows and columns of a sheet are hidden, by hand or by a filter. */
export class Hidden {
  readonly #rows = new Set<number>();
  readonly #columns = new Set<number>();

  /** @param number the row's, counted from 1 */
  row(number: number, { hidden }: Attributes): void {
    if (isTrue(hidden)) this.#rows.add(number);
  }

  /** Some columns side by side, which the file counts from 1. */
  columns({ min, max, hidden }: Attributes): void {
    if (!isTrue(hidden)) return;
    const end = Math.min(Number(max), MAX_SHEET_COLUMNS);
    for (let column = Math.max(1, Number(min)); column <= end; column++) this.#columns.add(column - 1);
  }

  mark(number: number, cells: readonly GridCell[]): GridRow {
    return { number, cells: this.#marked(cells), ...(this.#rows.has(number) && { isHidden: true }) };
  }

  #marked(cells: readonly GridCell[]): readonly GridCell[] {
    if (this.#columns.size === 0) return cells;
    return cells.map((cell) => (this.#columns.has(cell.column) ? { ...cell, isHidden: true } : cell));
  }
}

function isTrue(written: string | undefined): boolean {
  return written === '1' || written === 'true';
}

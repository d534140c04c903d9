import type { GridRow } from '../../grid.ts';
import { placeOf } from './place.ts';

interface Merge {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** The area that `B2:C7` names, where it is more than one cell. */
export function readMerge(name: string): Merge | undefined {
  const [first = '', last = ''] = name.split(':', 2);
  const start = placeOf(first);
  const end = placeOf(last);
  if (!start || !end || end.row < start.row || end.column < start.column) return undefined;
  if (end.row === start.row && end.column === start.column) return undefined;
  return { row: start.row, column: start.column, lastRow: end.row, lastColumn: end.column };
}

/**
 * Gives merged cells their extent, and takes out what lies hidden under them. Of areas that lie over each other the
 * first counts, as in a spreadsheet. Rows are in order.
 */
export function mergeCells(rows: readonly GridRow[], merges: readonly Merge[]): GridRow[] {
  const waiting = [...merges].sort((a, b) => a.row - b.row || a.column - b.column);
  const open = new OpenMerges();
  let next = 0;
  return rows.map((row) => {
    while (next < waiting.length && (waiting[next] as Merge).row <= row.number) open.add(waiting[next++] as Merge);
    open.leave(row.number);
    if (open.isEmpty) return row;
    const cells = row.cells.flatMap((cell) => {
      const merge = open.at(cell.column);
      if (!merge) return [cell];
      if (merge.row !== row.number || merge.column !== cell.column) return [];
      const columns = merge.lastColumn - merge.column + 1;
      const rowCount = merge.lastRow - merge.row + 1;
      return [{ ...cell, ...(columns > 1 && { columns }), ...(rowCount > 1 && { rows: rowCount }) }];
    });
    return { ...row, cells };
  });
}

/** The merged areas that a row goes through, by their columns; they do not lie over each other. */
class OpenMerges {
  readonly #merges: Merge[] = [];
  #firstEnd = 0;

  get isEmpty(): boolean {
    return this.#merges.length === 0;
  }

  add(merge: Merge): void {
    this.leave(merge.row);
    const at = this.#before(merge.column) + 1;
    if ((this.#merges[at - 1]?.lastColumn ?? -1) >= merge.column) return;
    if ((this.#merges[at]?.column ?? Number.POSITIVE_INFINITY) <= merge.lastColumn) return;
    this.#merges.splice(at, 0, merge);
    this.#firstEnd = this.#merges.length === 1 ? merge.lastRow : Math.min(this.#firstEnd, merge.lastRow);
  }

  /** Lets go of areas that end above a row. */
  leave(row: number): void {
    if (this.isEmpty || this.#firstEnd >= row) return;
    const left = this.#merges.filter(({ lastRow }) => lastRow >= row);
    this.#merges.splice(0, this.#merges.length, ...left);
    this.#firstEnd = left.reduce((least, { lastRow }) => Math.min(least, lastRow), Number.POSITIVE_INFINITY);
  }

  at(column: number): Merge | undefined {
    const merge = this.#merges[this.#before(column)];
    return merge && merge.lastColumn >= column ? merge : undefined;
  }

  /** Index of the last area that begins at a column or before. */
  #before(column: number): number {
    let low = 0;
    let high = this.#merges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#merges[middle] as Merge).column <= column) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

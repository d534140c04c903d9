import type { RowRole } from '../../rowRole.ts';
import type { Flow, FlowCell, FlowRow, FlowTable } from '../flow.ts';
import { MAX_SHEET_COLUMNS } from '../limits.ts';
import { cannotRead } from '../messages.ts';

/** A cell while it is read. */
export interface OpenCell {
  readonly flow: Flow;
  columns: number;
  /** It goes on from the cell above, or from the one before. */
  isBelow: boolean;
  isBeside: boolean;
}

interface Placed extends FlowCell {
  columns: number;
  rows: number;
  /** Number of the row that it begins in. */
  readonly begins: number;
}

/** A table while it is read: cells stand one after another in the columns of its grid. */
export class OpenTable implements FlowTable {
  readonly rows: FlowRow[] = [];
  cell: OpenCell | undefined;
  /** By column the cell that those below may go on from. */
  #above = new Map<number, Placed>();
  #row: { number: number; cells: Placed[]; role?: RowRole } = { number: 0, cells: [] };
  #last: Placed | undefined;
  #column = 0;

  openRow(): void {
    this.#row = { number: this.#row.number + 1, cells: [] };
    this.#column = 0;
    this.#last = undefined;
  }

  /** Says what the row is that is open. */
  markRow(role: RowRole): void {
    this.#row.role ??= role;
  }

  /** Columns that a row leaves free at its begin. */
  skip(columns: number): void {
    if (columns > 0) this.#column += columnsOf(columns);
  }

  openCell(): OpenCell {
    this.cell = { flow: [], columns: 1, isBelow: false, isBeside: false };
    return this.cell;
  }

  closeCell(): void {
    if (!this.cell) return;
    const { flow, isBelow, isBeside } = this.cell;
    const columns = columnsOf(this.cell.columns);
    const column = this.#column;
    this.#column += columns;
    this.cell = undefined;
    if (this.#column > MAX_SHEET_COLUMNS) throw cannotRead('tooLarge');
    const above = isBelow ? this.#above.get(column) : undefined;
    if (above && above.rows === this.#row.number - above.begins) above.rows++;
    else if (isBeside && this.#last) this.#last.columns += columns;
    else this.#place({ column, columns, rows: 1, flow, begins: this.#row.number });
  }

  closeRow(): void {
    this.rows.push(this.#row);
  }

  #place(cell: Placed): void {
    this.#above.set(cell.column, cell);
    this.#row.cells.push(cell);
    this.#last = cell;
  }
}

function columnsOf(written: number): number {
  return written >= 1 ? Math.min(Math.floor(written), MAX_SHEET_COLUMNS) : 1;
}

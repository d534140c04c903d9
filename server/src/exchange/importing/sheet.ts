import { squeeze } from '../../syntax/characters.ts';
import { linesOf } from '../../syntax/escape.ts';
import { cellName, type Grid } from '../grid.ts';
import type { RowRole } from '../rowRole.ts';
import type { NamedCell } from './cellText.ts';
import type { Place } from './report.ts';
import type { SourceRow } from './sourceRow.ts';

/** A cell of a sheet; a merged one stands for all places that it covers. */
export interface SheetCell {
  readonly text: string;
  readonly isNumber?: boolean | undefined;
  readonly shown?: string | undefined;
  /** Place of its row among the sheet's, from 0, and its column. */
  readonly row: number;
  readonly column: number;
  /** The first column behind it, and the first row behind it. */
  readonly endColumn: number;
  readonly endRow: number;
}

/** A grid with its merged cells spread out. Rows count by their place among those that are there. */
export class Sheet {
  readonly height: number;
  readonly width: number;
  readonly #grid: Grid;
  readonly #prefix: string;
  readonly #cells: (SheetCell | undefined)[][];

  /** @param prefix what names of cells begin with: `Sheet1!` */
  constructor(grid: Grid, prefix: string) {
    this.#grid = grid;
    this.#prefix = prefix;
    this.height = grid.rows.length;
    this.#cells = grid.rows.map(() => []);
    let width = 0;
    grid.rows.forEach((own, row) => {
      for (const { column, text, columns = 1, rows = 1, isNumber, shown } of own.cells) {
        const endRow = this.#rowBehind(row, own.number + rows);
        const cell = { text, isNumber, shown, row, column, endColumn: column + columns, endRow };
        width = Math.max(width, cell.endColumn);
        for (let r = row; r < endRow; r++) {
          for (let c = column; c < cell.endColumn; c++) (this.#cells[r] as (SheetCell | undefined)[])[c] ??= cell;
        }
      }
    });
    this.width = width;
  }

  #rowBehind(row: number, number: number): number {
    let end = row + 1;
    while (end < this.height && (this.#grid.rows[end]?.number ?? 0) < number) end++;
    return end;
  }

  /** The cell at a place, be it where it begins or not. */
  at(row: number, column: number): SheetCell | undefined {
    return this.#cells[row]?.[column];
  }

  /** Rows with their filled cells only, one after the other; the lines of a cell that stands alone are rows each. */
  sourceRows(from: number, to: number): SourceRow[] {
    const rows: SourceRow[] = [];
    for (let row = from; row < to; row++) {
      const cells = this.begin(row);
      const line = this.number(row);
      const [only, ...others] = cells;
      if (only && others.length === 0) {
        for (const text of linesOf(only.text))
          rows.push({ line, cells: [...Array(only.column).fill(''), text], sheet: this.#prefix });
        continue;
      }
      const texts = Array.from({ length: this.width }, () => '');
      for (const cell of cells) texts[cell.column] = cell.text;
      rows.push({ line, cells: texts, sheet: this.#prefix });
    }
    return rows;
  }

  /** The filled cells that begin in a row, in order. */
  begin(row: number): SheetCell[] {
    const cells: SheetCell[] = [];
    for (const cell of this.#cells[row] ?? []) {
      if (cell?.row === row && cells.at(-1) !== cell && squeeze(cell.text) !== '') cells.push(cell);
    }
    return cells;
  }

  /** The filled cell at a place if it begins in that row. */
  beginsAt(row: number, column: number): SheetCell | undefined {
    const cell = this.at(row, column);
    return cell?.row === row && squeeze(cell.text) !== '' ? cell : undefined;
  }

  /** The row's number in the source. */
  number(row: number): number {
    return this.#grid.rows[row]?.number ?? 0;
  }

  /** Whether the row is the first on its page of a table that began before. */
  startsPage(row: number): boolean {
    return this.#grid.rows[row]?.startsPage === true;
  }

  /** What the file says the row is. */
  role(row: number): RowRole | undefined {
    return this.#grid.rows[row]?.role;
  }

  placeOf(cell: SheetCell): Place {
    const line = this.number(cell.row);
    return { line, cell: `${this.#prefix}${cellName(line, cell.column)}` };
  }

  named(cell: SheetCell, column: string): NamedCell {
    return { text: cell.text, isNumber: cell.isNumber, shown: cell.shown, place: this.placeOf(cell), column };
  }
}

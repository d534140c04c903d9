import { MAX_COVERED, MAX_SHEET_COLUMNS } from '../limits.ts';
import { cannotRead } from '../messages.ts';

/** So much a cell may cover, by the standard of HTML. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

/** Finds the columns of a table's cells, which lie beside those that reach down from rows above. */
export class Slots {
  /** By column the last row that is taken. */
  readonly #takenTo: number[] = [];
  #row = 0;
  #column = 0;
  #left = MAX_COVERED;

  nextRow(): number {
    this.#column = 0;
    return ++this.#row;
  }

  /** The column of the next cell, and what it covers; 0 rows reach to the table's end, which nobody writes. */
  place(colspan: string | undefined, rowspan: string | undefined): { column: number; columns: number; rows: number } {
    while ((this.#takenTo[this.#column] ?? 0) >= this.#row) this.#column++;
    const column = this.#column;
    const columns = span(colspan, MOST_COLUMNS);
    const rows = span(rowspan, MOST_ROWS);
    this.#left -= columns;
    if (column + columns > MAX_SHEET_COLUMNS || this.#left < 0) throw cannotRead('tooLarge');
    for (let i = 0; i < columns; i++) this.#takenTo[column + i] = this.#row + rows - 1;
    this.#column += columns;
    return { column, columns, rows };
  }
}

function span(written: string | undefined, most: number): number {
  const number = Number.parseInt(written ?? '', 10);
  return number >= 1 ? Math.min(number, most) : 1;
}

import type { RowRole } from './rowRole.ts';

/**
 * What a reader makes of a file, whatever its format: tables of cells, and the lines of text around them. A grid knows
 * nothing of performance targets; it is plain data, so that it can come out of a worker.
 */
export interface Grid {
  /** Name of the sheet; absent where the format has none. */
  readonly name?: string;
  /** The sheet is hidden in its program. */
  readonly hidden?: true;
  /** Lines of text between the table before (or the file's begin) and this one: title, department, money unit. */
  readonly above: readonly string[];
  /** Lines of text after the file's last table: notes. */
  readonly below?: readonly string[];
  /** Rows in order, empty ones left out. */
  readonly rows: readonly GridRow[];
  /**
   * Rows of a text that have not all as many fields: empty ones at their ends may have been taken off, or cells inside may
   * be missing, as in texts of scans. Rows have all of their fields then, empty ones among them.
   */
  readonly isRagged?: true;
}

export interface GridRow {
  /** Number of the row in its sheet, table or file, counted from 1. */
  readonly number: number;
  /** Cells that are there, by column; a merged cell stands once, where it begins. Empty ones may be left out. */
  readonly cells: readonly GridCell[];
  /** What the file says the row is, unseen. */
  readonly role?: RowRole;
  /** What the file says of it, unseen, was said of a row of another name: rows were sorted, or this one was renamed. */
  readonly isMismarked?: true;
  /** A person sees it only who asks for it: it is hidden by hand or by a filter. */
  readonly isHidden?: true;
  /** It is the first on its page of a table that began before: it may be the rest of the row above. */
  readonly startsPage?: true;
}

export interface GridCell {
  /** Column, counted from 0. */
  readonly column: number;
  /** What a person sees in the cell; lines parted by `\n`. A number is written out exactly, without grouping: `58.73`. */
  readonly text: string;
  /** Its column is hidden. */
  readonly isHidden?: true;
  /** How many columns a merged cell covers; absent for one. */
  readonly columns?: number;
  /** How many rows a merged cell covers, in numbers of rows of the source; absent for one. */
  readonly rows?: number;
  /** The cell holds a number, not text; a date is text. */
  readonly isNumber?: true;
  /** The number as a person sees it, where the cell shows fewer decimals than it has: `33.33` of `33.3333`. */
  readonly shown?: string;
  /** The cell's number is shown as a percentage; `text` has the sign. */
  readonly isPercent?: true;
}

/** Name of a cell as spreadsheets give it: `B7`. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1) {
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  }
  return `${letters}${row}`;
}

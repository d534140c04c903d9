import type { RowRole } from './rowRole.ts';

/**
 * What the writers of files make files of: sheets of cells with looks and formulas. Plain data, so that it can go into a
 * worker; it knows nothing of performance targets. A text is text, whatever it begins with.
 */
export interface Book {
  readonly title: string;
  /** The paper that it is printed on, across. */
  readonly paper: 'A3' | 'A4';
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  /** Lines above the table, outside of its columns: the title first. */
  readonly above: readonly SheetLine[];
  readonly columns: readonly SheetColumn[];
  /** Rows in order; a merged cell stands once, where it begins. */
  readonly rows: readonly SheetRow[];
  /** How many of the rows are the head: frozen, and repeated on every page. */
  readonly headRows: number;
  /** How many columns stay in sight while the others scroll. */
  readonly frozenColumns: number;
}

export interface SheetLine {
  readonly text: string;
  readonly is: 'title' | 'left' | 'right';
}

export interface SheetColumn {
  /** Width in characters of half width. */
  readonly width: number;
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** What the table's row is that begins here. It is written where nobody sees it, if the format has such a place. */
  readonly role?: RowRole;
  /** Its cells tell as much: there is no need to write it. */
  readonly isEvident?: true;
}

/** The role that a row is marked with; undefined where its cells tell it. */
export function markOf({ role, isEvident }: SheetRow): RowRole | undefined {
  return isEvident ? undefined : role;
}

export interface SheetCell {
  /** Column, counted from 0. */
  readonly column: number;
  readonly text: string;
  /** An amount, exact: `58.73`; shown grouped, with two decimals at least. `text` says the same. */
  readonly number?: string;
  /** Cells whose amounts add up to exactly this one's, as rows and columns of the sheet's rows, from 0. */
  readonly sumOf?: readonly CellPlace[];
  readonly columns?: number;
  readonly rows?: number;
  readonly is: 'head' | 'amount' | 'text' | 'center';
  /** The row of 合计 and those of units. */
  readonly isStrong?: true;
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A place as the key of a map. */
export function cellPlaceKey({ row, column }: CellPlace): string {
  return `${row},${column}`;
}

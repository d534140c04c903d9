import { squeeze } from '../../syntax/characters.ts';
import { HEAD_ROW } from '../comments/sheetWords.ts';
import { type PlacedComment, readCommentSheet, type SheetComment } from './commentSheet.ts';
import { MESSAGES } from './messages.ts';
import { type ReadTable, toldApart } from './readTable.ts';
import type { ImportItem } from './report.ts';
import { looseRow, type TableRow } from './rows.ts';
import type { Sheet } from './sheet.ts';

/**
 * Gives the comments of a sheet back to the rows of the table that they were of: of several tables, the one whose rows
 * fit best. A row is known by its unit and its name; what belongs to none of them stands below the table.
 * @param from the first table that may have to do with the sheet: those before have comments of their own
 * @returns where those begin that come after
 */
export function giveComments(sheet: Sheet, tables: ReadTable[], from: number): number {
  if (from === tables.length) return from;
  const { comments, items } = readCommentSheet(sheet);
  const fitting = tables.slice(from).map(({ rows }) => {
    const places = new RowPlaces(rows);
    return comments.filter((comment) => places.has(comment)).length;
  });
  const best = from + fitting.lastIndexOf(Math.max(...fitting));
  const table = tables[best];
  if (table) tables[best] = withComments(table, comments, items);
  return tables.length;
}

function withComments(table: ReadTable, comments: readonly SheetComment[], items: readonly ImportItem[]): ReadTable {
  const places = new RowPlaces(table.rows);
  const ofHead: PlacedComment[] = [];
  const ofRows = new Map<TableRow, PlacedComment[]>();
  const lost: ImportItem[] = [];
  for (const one of comments) {
    const { row, comment } = one;
    const own = places.find(one);
    if (row === HEAD_ROW) ofHead.push(comment);
    else if (own) ofRows.set(own, [...(ofRows.get(own) ?? []), comment]);
    else lost.push(lostItem(one));
  }
  const rows = table.rows.map((row) => (ofRows.has(row) ? { ...row, comments: ofRows.get(row) ?? [] } : row));
  const kept = [...lost, ...items.filter(({ kind }) => kind === 'unplaced')];
  return {
    head: { ...table.head, comments: ofHead },
    rows: kept.length === 0 ? rows : [...rows, { ...looseRow({ line: Number.MAX_SAFE_INTEGER }, []), items: kept }],
    items: [...table.items, ...items.filter(({ kind }) => kind !== 'unplaced')],
  };
}

function lostItem({ unit, name, comment: { text, before = '', place } }: SheetComment): ImportItem {
  const column = [unit, name, before].filter((word) => word !== '').join(' ');
  // An empty one leaves its mark.
  return { kind: 'unplaced', ...place, column, before: text || '//', message: MESSAGES.commentRow };
}

/** The places of a table's rows, by their units and names. */
class RowPlaces {
  readonly #rows: TableRow[] = [];
  readonly #places = new Map<string, number[]>();

  constructor(rows: readonly TableRow[]) {
    const told = toldApart(rows);
    let unit = '';
    for (const [i, row] of rows.entries()) {
      const { kind, name } = told[i] as TableRow;
      if (kind === 'loose') continue;
      if (kind === 'unit') unit = name;
      const key = keyOf(kind === 'project' ? unit : '', name);
      const place = this.#rows.push(row);
      const same = this.#places.get(key);
      if (same) same.push(place);
      else this.#places.set(key, [place]);
    }
  }

  has({ row, unit, name }: SheetComment): boolean {
    return this.#places.get(keyOf(unit, name))?.includes(row) ?? false;
  }

  /** The row at the place that it had, if it is called so; else the nearest that is. */
  find({ row, unit, name }: SheetComment): TableRow | undefined {
    const [first, ...others] = this.#places.get(keyOf(unit, name)) ?? [];
    if (first === undefined) return undefined;
    const nearest = others.reduce(
      (best, place) => (Math.abs(place - row) < Math.abs(best - row) ? place : best),
      first,
    );
    return this.#rows[nearest - 1];
  }
}

function keyOf(unit: string, name: string): string {
  return `${squeeze(unit)}\n${squeeze(name)}`;
}

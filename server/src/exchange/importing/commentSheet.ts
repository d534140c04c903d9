import { squeeze } from '../../syntax/characters.ts';
import { trimmed } from '../../syntax/escape.ts';
import { ABOVE_COMMENTS, COMMENT_COLUMNS, HEAD_ROW } from '../comments/sheetWords.ts';
import type { CommentData } from '../tableJson/tableData.ts';
import { MESSAGES } from './messages.ts';
import { type ReadTable, toldApart } from './readTable.ts';
import type { ImportItem, Place } from './report.ts';
import { looseRow, type TableRow } from './rows.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** A comment, and the cell that it was in. */
export interface PlacedComment extends CommentData {
  readonly place: Place;
}

interface SheetComment {
  /** Of which row of the table, counted from 1; 0: of the head. */
  readonly row: number;
  /** The row's unit and its name as they were; of a row that is no project's the unit is empty. */
  readonly unit: string;
  readonly name: string;
  readonly comment: PlacedComment;
}

/** The row of the heading of a sheet of comments as we export it; undefined where a sheet is none. */
export function commentHead(sheet: Sheet): number | undefined {
  const isHead = (_: unknown, row: number) => {
    const cells = sheet.begin(row);
    return (
      cells.length === COMMENT_COLUMNS.length && cells.every(({ text }, i) => squeeze(text) === COMMENT_COLUMNS[i])
    );
  };
  const head = Array.from({ length: Math.min(sheet.height, HEAD_ROWS) }).findIndex(isHead);
  return head < 0 ? undefined : head;
}

/** Above the heading there is a line or two. */
const HEAD_ROWS = 4;

/** How many comments a sheet of comments holds. */
export function countComments(sheet: Sheet): number {
  return readSheet(sheet).comments.length;
}

/**
 * Gives the comments of a sheet back to the rows of the table that they were of: of several tables, the one whose rows
 * fit best. A row is known by its unit and its name; what belongs to none of them stands below the table.
 * @param from the first table that may have to do with the sheet: those before have comments of their own
 * @returns where those begin that come after
 */
export function giveComments(sheet: Sheet, tables: ReadTable[], from: number): number {
  const { comments, items } = readSheet(sheet);
  const fitting = tables.slice(from).map(({ rows }) => {
    const places = new RowPlaces(rows);
    return comments.filter((comment) => places.isAt(comment.row, comment)).length;
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
    const { row, name, comment } = one;
    const own = places.find(one);
    if (row === Number(HEAD_ROW)) ofHead.push(comment);
    else if (own) ofRows.set(own, [...(ofRows.get(own) ?? []), comment]);
    else
      lost.push({
        kind: 'unplaced',
        ...comment.place,
        column: name,
        before: comment.text,
        message: MESSAGES.commentRow,
      });
  }
  const rows = table.rows.map((row) => (ofRows.has(row) ? { ...row, comments: ofRows.get(row) ?? [] } : row));
  const kept = [...lost, ...items.filter(({ kind }) => kind === 'unplaced')];
  return {
    head: { ...table.head, comments: ofHead },
    rows: kept.length === 0 ? rows : [...rows, { ...looseRow({ line: Number.MAX_SAFE_INTEGER }, []), items: kept }],
    items: [...table.items, ...items.filter(({ kind }) => kind !== 'unplaced')],
  };
}

/** The rows of a table with the names of their units. */
class RowPlaces {
  readonly #rows: { readonly row: TableRow; readonly key: string }[] = [];

  constructor(rows: readonly TableRow[]) {
    const told = toldApart(rows);
    let unit = '';
    for (const [i, row] of rows.entries()) {
      const { kind, name } = told[i] as TableRow;
      if (kind === 'unit') unit = name;
      if (kind !== 'loose') this.#rows.push({ row, key: keyOf(kind === 'project' ? unit : '', name) });
    }
  }

  isAt(place: number, { unit, name }: SheetComment): boolean {
    return this.#rows[place - 1]?.key === keyOf(unit, name);
  }

  /** The row at the place that it had, if it is called so; else the nearest that is. */
  find(comment: SheetComment): TableRow | undefined {
    for (let away = 0; away < this.#rows.length + comment.row; away++) {
      for (const place of [comment.row - away, comment.row + away]) {
        if (this.isAt(place, comment)) return this.#rows[place - 1]?.row;
      }
    }
    return undefined;
  }
}

function keyOf(unit: string, name: string): string {
  return `${squeeze(unit)}\n${squeeze(name)}`;
}

function readSheet(sheet: Sheet): { comments: SheetComment[]; items: ImportItem[] } {
  const head = commentHead(sheet) ?? -1;
  const comments: SheetComment[] = [];
  const items: ImportItem[] = [];
  const say = (kind: 'heading' | 'unplaced', cell: SheetCell, message: ImportItem['message']) =>
    items.push({ kind, ...sheet.placeOf(cell), column: '', before: trimmed(cell.text), message });
  for (let row = 0; row < sheet.height; row++) {
    const cells = sheet.begin(row);
    const text = (column: number) => trimmed(cells.find((cell) => cell.column === column)?.text ?? '');
    const number = text(0);
    if (row === head) {
      const before = cells.map((cell) => trimmed(cell.text)).join('\t');
      items.push({ kind: 'heading', ...placeOf(cells), column: '', before, message: MESSAGES.heading });
    } else if (row < head) {
      for (const cell of cells) {
        const isOurs = squeeze(cell.text) === squeeze(ABOVE_COMMENTS);
        say(isOurs ? 'heading' : 'unplaced', cell, isOurs ? MESSAGES.heading : MESSAGES.aboveTable);
      }
    } else if (/^\d+$/.test(number)) {
      const place = placeOf(cells.filter(({ column }) => column === TEXT));
      const [before, index] = [text(3), Number(text(4)) - 1];
      const data = { text: text(TEXT), ...(before !== '' && { before }), ...(index > 0 && { index }) };
      comments.push({ row: Number(number), unit: text(1), name: text(2), comment: { ...data, place } });
      for (const cell of cells) if (cell.column > TEXT) say('unplaced', cell, MESSAGES.noColumn);
    } else for (const cell of cells) say('unplaced', cell, MESSAGES.commentRow);
  }
  return { comments, items };

  function placeOf([cell]: readonly SheetCell[]): Place {
    return cell ? sheet.placeOf(cell) : { line: 0 };
  }
}

/** The column of the texts. */
const TEXT = COMMENT_COLUMNS.length - 1;

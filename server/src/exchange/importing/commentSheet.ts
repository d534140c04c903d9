import { squeeze } from '../../syntax/characters.ts';
import { linesOf, trimmed } from '../../syntax/escape.ts';
import { ABOVE_COMMENTS, COMMENT_COLUMNS, HEAD_ROW } from '../comments/sheetWords.ts';
import type { CommentData } from '../tableJson/tableData.ts';
import { joinedCell } from './cellText.ts';
import { MESSAGES } from './messages.ts';
import type { ImportItem, Place } from './report.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** A comment, and the cell that it was in. */
export interface PlacedComment extends CommentData {
  readonly place: Place;
}

/** A comment and the row that it was of. */
export interface SheetComment {
  /** Counted from 1; 0: the head. */
  readonly row: number;
  /** The row's unit and its name as they were; of a row that is no project's the unit is empty. */
  readonly unit: string;
  readonly name: string;
  readonly comment: PlacedComment;
}

/** The row of the heading of a sheet of comments as we export it; undefined where a sheet is none. */
export function commentHead(sheet: Sheet): number | undefined {
  for (let row = 0; row < Math.min(sheet.height, HEAD_ROWS); row++) {
    const words = sheet.begin(row).map(({ text }) => squeeze(text));
    if (words.join('\n') === COMMENT_COLUMNS.join('\n')) return row;
  }
  return undefined;
}

/** Above the heading there is a line or two. */
const HEAD_ROWS = 4;

/** What a sheet of comments says. */
export function readCommentSheet(sheet: Sheet): { comments: SheetComment[]; items: ImportItem[] } {
  const head = commentHead(sheet) ?? -1;
  const comments: SheetComment[] = [];
  const items: ImportItem[] = [];
  for (let row = 0; row < sheet.height; row++) {
    const cells = sheet.begin(row);
    const own = row > head ? commentsIn(cells, sheet) : [];
    comments.push(...own);
    const [first] = cells;
    if (first && (row === head || squeeze(first.text) === squeeze(ABOVE_COMMENTS))) {
      const before = cells.map(({ text }) => trimmed(text)).join('\t');
      items.push({ kind: 'heading', ...sheet.placeOf(first), column: '', before, message: MESSAGES.heading });
      continue;
    }
    const message = row < head ? MESSAGES.aboveTable : MESSAGES.commentRow;
    for (const cell of own.length > 0 ? cells.filter(({ column }) => column > TEXT) : cells)
      items.push({ kind: 'unplaced', ...sheet.placeOf(cell), column: '', before: trimmed(cell.text), message });
  }
  return { comments, items };
}

/** The comments of a row: one a line of the last cell. None where the row does not say what it should. */
function commentsIn(cells: readonly SheetCell[], sheet: Sheet): SheetComment[] {
  const textAt = (column: number) => joinedCell(cells.find((cell) => cell.column === column)?.text ?? '');
  const [row, unit, name, before, which] = [0, 1, 2, 3, 4].map(textAt) as [string, string, string, string, string];
  const isOfHead = Number(row) === HEAD_ROW;
  if (!/^\d+$/.test(row) || !/^\d*$/.test(which) || (isOfHead && unit + name !== '')) return [];
  const cell = cells.find(({ column }) => column === TEXT);
  const place = cell ? sheet.placeOf(cell) : { line: 0 };
  const index = Number(which) - 1;
  const lines = linesOf(cell?.text ?? '');
  return (lines.length > 0 ? lines : ['']).map((text) => {
    const comment = { text, ...(before !== '' && { before }), ...(index > 0 && { index }), place };
    return { row: Number(row), unit, name, comment };
  });
}

/** The column of the texts. */
const TEXT = COMMENT_COLUMNS.length - 1;

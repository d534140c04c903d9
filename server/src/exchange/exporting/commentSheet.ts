import type { Sheet, SheetRow } from '../book.ts';
import { ABOVE_COMMENTS, COMMENT_COLUMNS, COMMENT_SHEET, HEAD_ROW } from '../comments/sheetWords.ts';
import type { CommentData, TableData } from '../tableJson/tableData.ts';
import { headCell, textCell } from './sheetParts.ts';

/** The comments of a table, which stand in none of its columns: each with its row, before what it stands, and its text. */
export function commentSheet({ comments = [], rows }: TableData): Sheet | undefined {
  const written = comments.map((comment) => commentRow(HEAD_ROW, '', '', comment));
  let unit = '';
  for (const [i, { kind, name, comments: own = [] }] of rows.entries()) {
    if (kind === 'unit') unit = name;
    for (const comment of own) written.push(commentRow(i + 1, kind === 'project' ? unit : '', name, comment));
  }
  if (written.length === 0) return undefined;
  return {
    name: COMMENT_SHEET,
    above: [{ text: ABOVE_COMMENTS, is: 'left' }],
    columns: [{ width: 8 }, { width: 28 }, { width: 32 }, { width: 18 }, { width: 8 }, { width: 96 }],
    rows: [{ cells: COMMENT_COLUMNS.map((text, column) => headCell(column, text)) }, ...written],
    headRows: 1,
    frozenColumns: 0,
  };
}

function commentRow(row: number, unit: string, name: string, { text, before = '', index }: CommentData): SheetRow {
  const texts = [String(row), unit, name, before, index === undefined ? '' : String(index + 1), text];
  return { cells: texts.map((own, column) => textCell(column, own)) };
}

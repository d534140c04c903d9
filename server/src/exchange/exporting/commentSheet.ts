import type { Sheet, SheetRow } from '../book.ts';
import type { CommentData, TableData } from '../tableJson/tableData.ts';
import { headCell, textCell } from './sheetParts.ts';

export const COMMENT_SHEET = '注释';

/** Where the comments of the head stand: before all rows. */
const HEAD_ROW = '0';

/** The comments of a table, which stand in none of its columns: whose row, counted from 1, before what, and the text. */
export function commentSheet(data: TableData): Sheet | undefined {
  const rows = [
    ...(data.comments ?? []).map((comment) => commentRow(HEAD_ROW, '', comment)),
    ...data.rows.flatMap(({ name, comments = [] }, i) =>
      comments.map((comment) => commentRow(String(i + 1), name, comment)),
    ),
  ];
  if (rows.length === 0) return undefined;
  return {
    name: COMMENT_SHEET,
    above: [{ text: '注释(编辑时的说明,不属于报送内容,可以删去本页)', is: 'left' }],
    columns: [{ width: 8 }, { width: 36 }, { width: 20 }, { width: 8 }, { width: 110 }],
    rows: [
      { cells: ['行', '所在行', '在此栏之前', '第几条', COMMENT_SHEET].map((text, column) => headCell(column, text)) },
      ...rows,
    ],
    headRows: 1,
    frozenColumns: 0,
  };
}

function commentRow(row: string, name: string, { text, before = '', index }: CommentData): SheetRow {
  const texts = [row, name, before, index === undefined ? '' : String(index + 1), text];
  return { cells: texts.map((own, column) => textCell(column, own)) };
}

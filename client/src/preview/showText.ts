import { type Range, Selection, type TextEditor, type Uri, ViewColumn, window } from 'vscode';
import { columnOf, editorOf } from './tables.ts';

/** Shows the text of a table where it is shown already, else in the column of its tab, else in the given one. */
export async function showText(table: Uri, otherwise: ViewColumn): Promise<TextEditor> {
  const viewColumn = editorOf(table)?.viewColumn ?? columnOf(table) ?? otherwise;
  return window.showTextDocument(table, { viewColumn });
}

/**
 * Shows the text of a table beside a page, and puts the cursor before a part of it. What no column has yet comes where the
 * page's own table is: it may be taken in there.
 */
export async function showPlace(
  table: Uri,
  range: Range,
  page: { readonly table: Uri; readonly column: ViewColumn | undefined },
): Promise<TextEditor> {
  const columns = [
    editorOf(table)?.viewColumn,
    columnOf(table),
    editorOf(page.table)?.viewColumn,
    columnOf(page.table),
  ];
  const viewColumn = columns.find((column) => column !== undefined && column !== page.column) ?? ViewColumn.Beside;
  const editor = await window.showTextDocument(table, { viewColumn });
  editor.selection = new Selection(range.start, range.start);
  return editor;
}

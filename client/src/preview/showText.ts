import { type Range, Selection, type TextEditor, type Uri, ViewColumn, window } from 'vscode';
import { columnOf, editorOf } from './tables.ts';

/** Shows the text of a table where it is shown already, else in the column of its tab, else in the given one. */
export async function showText(table: Uri, otherwise: ViewColumn): Promise<TextEditor> {
  const viewColumn = editorOf(table)?.viewColumn ?? columnOf(table) ?? otherwise;
  return window.showTextDocument(table, { viewColumn });
}

/** Shows the text of a table beside its page, and puts the cursor before a part of it. */
export async function showPlace(table: Uri, range: Range, page: ViewColumn | undefined): Promise<TextEditor> {
  const column = columnOf(table);
  const beside = column === undefined || column === page ? ViewColumn.Beside : column;
  const editor = await window.showTextDocument(table, { viewColumn: editorOf(table)?.viewColumn ?? beside });
  editor.selection = new Selection(range.start, range.start);
  return editor;
}

import {
  type Tab,
  TabInputText,
  type TextDocument,
  type TextEditor,
  Uri,
  type ViewColumn,
  window,
  workspace,
} from 'vscode';
import { ROW_SCHEME } from '../lenses/lensCommands.ts';

/** Where the tables are that pages show: their documents, editors and tabs. */

/** Whether a document is a table. Rows that are compared only look like one. */
export function isTable({ languageId, uri }: TextDocument): boolean {
  return languageId === 'jxmb' && uri.scheme !== ROW_SCHEME;
}

/** The document of a table, wherever it is; undefined where it is no more to be had. */
export async function openTable(uri: Uri): Promise<TextDocument | undefined> {
  // To open an untitled document that is no more would make a new one.
  if (uri.scheme === 'untitled' && !isOpen(uri)) return undefined;
  try {
    const document = await workspace.openTextDocument(uri);
    return isTable(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

/** The editor that shows a table; the active one if several do. */
export function editorOf(table: Uri): TextEditor | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor && isSame(editor.document.uri, table));
}

/** The column with a tab of a table's text. */
export function columnOf(table: Uri): ViewColumn | undefined {
  return window.tabGroups.all.find(({ tabs }) => tabs.some((tab) => isTextOf(tab, table)))?.viewColumn;
}

/** Whether a tab is that of a table's text. */
export function isTextOf({ input }: Tab, table: Uri): boolean {
  return input instanceof TabInputText && isSame(input.uri, table);
}

export function isSame(one: Uri, other: Uri): boolean {
  return one.toString() === other.toString();
}

/** Where something is after a file or folder was renamed; undefined where that is not around it. */
export function renamed(uri: Uri, before: Uri, after: Uri): Uri | undefined {
  if (isSame(uri, before)) return after;
  if (!isWithin(uri, before)) return undefined;
  return Uri.joinPath(after, uri.path.slice(before.path.length));
}

/** Whether something is a file or folder, or in it. */
export function isWithin(uri: Uri, around: Uri): boolean {
  if (uri.scheme !== around.scheme || uri.authority !== around.authority) return false;
  return uri.path === around.path || uri.path.startsWith(`${around.path}/`);
}

export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function isOpen(uri: Uri): boolean {
  return columnOf(uri) !== undefined || workspace.textDocuments.some((document) => isSame(document.uri, uri));
}

import { Range, WorkspaceEdit, window, workspace } from 'vscode';

/** Shows a table as a new document, which no file has yet. */
export async function showNewTable(content: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'jxmb', content });
  await window.showTextDocument(document, { preview: false });
  // VS Code gives the name of a document again that was thrown away, and within some minutes its text, too.
  if (document.getText().replaceAll('\r\n', '\n') === content) return;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, document.validateRange(new Range(0, 0, document.lineCount, 0)), content);
  await workspace.applyEdit(edit);
}

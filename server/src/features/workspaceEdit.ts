import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

/** What is to be edited in a table. */
export interface TableEdits {
  readonly table: TableDocument;
  readonly edits: TextEdit[];
}

/** Edits of several tables, one entry a file, bound to the versions of those that are open where the client knows versions. */
export function workspaceEdit(
  changes: readonly TableEdits[],
  { workspace, client }: Pick<Environment, 'workspace' | 'client'>,
): WorkspaceEdit {
  if (!client.versionedEdits) {
    return { changes: Object.fromEntries(changes.map(({ table, edits }) => [table.uri, edits])) };
  }
  return {
    documentChanges: changes.map(({ table, edits }): TextDocumentEdit => {
      const { uri, version } = table;
      // A file that is not open has no version.
      return { textDocument: { uri, version: workspace.isOpen(uri) ? version : null }, edits };
    }),
  };
}

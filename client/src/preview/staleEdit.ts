import { workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';

/** Whether an edit is of a text as it no longer is: VS Code would not notice. */
export function isStale(edit: WorkspaceEdit): boolean {
  return (edit.documentChanges ?? []).some((change) => {
    if (!('edits' in change)) return false;
    const { uri, version } = change.textDocument;
    const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
    return version !== null && document?.version !== version;
  });
}

import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import { sameFile } from '../workspace/includes.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a pass over the tables of a workspace needs. */
export interface Pass {
  readonly workspace: Workspace;
  readonly diagnostics: (table: TableDocument) => Diagnostic[];
  /** Lets other requests come first. */
  readonly breathe: () => Promise<void>;
  readonly token: CancellationToken;
  /** Told before each table that is looked at: how many are done, of how many. */
  readonly progress: (done: number, all: number) => void;
}

/** How many tables there are whose state the client does not know. */
export function countUnknown(workspace: Workspace, known: readonly PreviousResultId[]): number {
  const before = new Map(known.map(({ uri, value }) => [sameFile(uri), value]));
  return workspace.uris().filter((uri) => before.get(sameFile(uri)) !== workspace.stateOf(uri)).length;
}

/**
 * Yields what is found in each table of a workspace, where that may be something else than the client was told last:
 * nothing of a table whose state is the one that it knows, and an empty report of one that is gone.
 * @param known what the client was told last
 */
export async function* reports(
  { workspace, diagnostics, breathe, token, progress }: Pass,
  known: readonly PreviousResultId[],
): AsyncIterable<WorkspaceDocumentDiagnosticReport> {
  const before = new Map(known.map(({ uri, value }) => [sameFile(uri), value]));
  const uris = workspace.uris();
  const there = new Set<string>();
  for (const [done, uri] of uris.entries()) {
    if (token.isCancellationRequested) return;
    const resultId = workspace.stateOf(uri);
    if (resultId === undefined) continue;
    there.add(sameFile(uri));
    if (before.get(sameFile(uri)) === resultId) continue;
    progress(done, uris.length);
    const table = workspace.table(uri);
    if (!table) continue;
    const items = diagnostics(table);
    const version = workspace.isOpen(uri) ? table.version : null;
    yield { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
    await breathe();
  }
  for (const { uri } of known) {
    if (!there.has(sameFile(uri))) yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
  }
}

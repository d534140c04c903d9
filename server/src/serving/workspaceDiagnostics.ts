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

export interface Surroundings {
  readonly workspace: Workspace;
  readonly diagnostics: (table: TableDocument) => Diagnostic[];
  /** Has what may have changed looked at again. */
  readonly look: () => Promise<void>;
  /** Whether tables that are not open are to be checked. */
  readonly isWanted: () => Promise<boolean>;
  /** What is being done, for people. */
  readonly title: () => string;
  /** Lets other requests come first. */
  readonly breathe: () => Promise<void>;
}

/** A client's request. */
export interface Asking {
  readonly token: CancellationToken;
  /** Takes each report as it comes; absent where the client wants them all at once. */
  readonly report: ((report: WorkspaceDocumentDiagnosticReport) => void) | undefined;
  /** How the client shows how far it has come with so many tables. */
  readonly progress: (count: number) => Promise<Progress>;
}

interface Progress {
  readonly token?: CancellationToken;
  begin(title: string, percentage: number, message: string | undefined, cancellable: boolean): void;
  report(percentage: number, message: string): void;
  done(): void;
}

/** What is found in all tables of a workspace. A request is answered when there is something to tell; until then it is held open. */
export class HeldDiagnostics {
  readonly #around: Surroundings;
  #waiting: (() => void)[] = [];
  #isEnding = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Something has changed. */
  wake(): void {
    const all = this.#waiting;
    this.#waiting = [];
    for (const go of all) go();
  }

  /** No more is to be told. */
  end(): void {
    this.#isEnding = true;
    this.wake();
  }

  /**
   * @param known what the client was told last
   * @returns what was not told before
   */
  async answer(known: readonly PreviousResultId[], asking: Asking): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { look, isWanted } = this.#around;
    const { token, report } = asking;
    const all: WorkspaceDocumentDiagnosticReport[] = [];
    for (;;) {
      await look();
      const changes = new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        token.onCancellationRequested(() => resolve());
      });
      const wanted = await isWanted();
      for await (const one of wanted ? this.#pass(known, asking) : gone(known)) {
        report?.(one);
        all.push(one);
      }
      const isAnswered = all.length > 0 || (wanted && known.length === 0);
      if (isAnswered || token.isCancellationRequested || this.#isEnding) return report ? [] : all;
      await changes;
    }
  }

  /**
   * Yields what is found in each table where that may be something else than the client was told last: nothing of a
   * table whose state is the one that it knows, and an empty report of one that is gone.
   */
  async *#pass(
    known: readonly PreviousResultId[],
    { token, progress }: Asking,
  ): AsyncIterable<WorkspaceDocumentDiagnosticReport> {
    const { workspace, diagnostics, title, breathe } = this.#around;
    const before = new Map(known.map(({ uri, value }) => [sameFile(uri), value]));
    const uris = workspace.uris();
    const there = new Set(uris.filter((uri) => workspace.stateOf(uri) !== undefined).map(sameFile));
    const stale = uris.filter(
      (uri) => there.has(sameFile(uri)) && before.get(sameFile(uri)) !== workspace.stateOf(uri),
    );
    yield* gone(known.filter(({ uri }) => !there.has(sameFile(uri))));
    if (stale.length === 0) return;
    const shown = await progress(stale.length);
    shown.begin(title(), 0, undefined, true);
    try {
      for (const [done, uri] of stale.entries()) {
        if (token.isCancellationRequested || shown.token?.isCancellationRequested) return;
        shown.report(Math.floor((100 * done) / stale.length), `${done}/${stale.length}`);
        const table = workspace.table(uri);
        const resultId = workspace.stateOf(uri);
        if (!table || resultId === undefined) continue;
        const items = diagnostics(table);
        const version = workspace.isOpen(uri) ? table.version : null;
        yield { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
        await breathe();
      }
    } finally {
      shown.done();
    }
  }
}

/** Reports that there is nothing any more. */
function* gone(known: readonly PreviousResultId[]): Iterable<WorkspaceDocumentDiagnosticReport> {
  for (const { uri } of known) yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

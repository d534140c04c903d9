import {
  type Diagnostic,
  type Disposable,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { SECTION } from '../configuration.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { type Answering, cancelled } from './answering.ts';
import { PULLED } from './capabilities.ts';
import type { Configuring } from './configuring.ts';
import type { Findings } from './findings.ts';
import { logFailure, type Serving } from './serving.ts';
import type { HeldDiagnostics } from './workspaceDiagnostics.ts';

const CUT = {
  zh: '工作区的表太多,只检查了一部分。',
  en: 'There are more tables in the workspace than are checked.',
};

/** So many tables take long enough to show how far it has come. */
const LONG = 20;

/** An answer to what is found in a table. */
interface Told {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
  /** The changes of more than one line by then. */
  readonly rewrites: number;
}

/** Answers clients that ask for findings: of one table at once, of all when there is something to tell. */
export class Pulling {
  readonly #serving: Serving;
  readonly #configuring: Configuring;
  /** How the client pulls: of the whole workspace only where somebody wants it, for it counts on that once it does. */
  #registered: { readonly all: boolean; readonly registration: Promise<Disposable> } | undefined;

  /** What the client was told last of each table, and the name of that answer. */
  readonly #told = new WeakMap<TableDocument, Told>();

  constructor(serving: Serving, configuring: Configuring) {
    this.#serving = serving;
    this.#configuring = configuring;
  }

  serve(answering: Answering, findings: Findings, held: HeldDiagnostics): void {
    const { client, connection, documents, workspace } = this.#serving;
    const { diagnostics } = connection.languages;
    diagnostics.on(({ textDocument: { uri }, previousResultId }) => {
      const document = documents.get(uri);
      if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const report = () => {
        if (documents.get(uri) !== document) {
          return new ResponseError(LSPErrorCodes.ServerCancelled, 'closed meanwhile', {
            retriggerRequest: true,
          });
        }
        findings.noteTold(document);
        return this.#report(document, previousResultId);
      };
      return answering.ready(document)?.then(report) ?? report();
    });
    diagnostics.onWorkspace(async (params, token, given, partial) => {
      const showsNone = client.progresses && params.workDoneToken === undefined;
      const items = await held.answer(params.previousResultIds, {
        token,
        report: partial && ((report) => partial.report({ items: [report] })),
        progress: async (count) =>
          showsNone && count >= LONG ? await connection.window.createWorkDoneProgress() : given,
      });
      if (workspace.isCut) connection.console.warn(CUT[client.language]);
      return token.isCancellationRequested ? cancelled() : { items };
    });
    connection.onShutdown(() => held.end());
  }

  /** What is found in a table; where that is what the client was told last, nothing of it travels again. */
  #report(document: TableDocument, previous: string | undefined): DocumentDiagnosticReport {
    const { service, workspace } = this.#serving;
    const resultId = workspace.stateOf(document.uri) ?? '';
    if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = service.diagnostics(document);
    const before = this.#told.get(document);
    const { rewrites } = document;
    this.#told.set(document, { resultId, items, rewrites });
    // What is the same object stands in a row that did not change, on the same line.
    const isSame =
      before !== undefined &&
      before.resultId === previous &&
      before.rewrites === rewrites &&
      before.items.length === items.length &&
      items.every((item, i) => item === before.items[i]);
    return isSame
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /** Has the client pull as its settings say; only where it takes registrations. */
  async register(): Promise<void> {
    const { client } = this.#serving;
    if (!client.pulls || !client.registers.pulls) return;
    // Open tables need not wait for the answer to what the settings are.
    if (client.configures && !this.#registered) void this.#register(false);
    await this.#register(await this.#configuring.wantsAll());
  }

  async #register(all: boolean): Promise<void> {
    if (this.#registered?.all === all) return;
    const before = this.#registered?.registration;
    const options = { documentSelector: null, ...PULLED, workspaceDiagnostics: all };
    const registration = (async () => {
      (await before?.catch(() => undefined))?.dispose();
      return this.#serving.connection.client.register(DocumentDiagnosticRequest.type, options);
    })();
    this.#registered = { all, registration };
    await registration.catch(logFailure(this.#serving, SECTION));
  }
}

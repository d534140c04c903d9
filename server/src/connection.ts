import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  DocumentDiagnosticReportKind,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type SymbolInformation,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { createLanguageService, type LanguageService } from './languageService.ts';
import { IMPORT_TEXT, type ImportTextParams, type ImportTextResult, type InitializationOptions } from './protocol.ts';
import type { Language } from './rules/rule.ts';
import type { Environment } from './workspace/environment.ts';
import type { TableDocument } from './workspace/tableDocument.ts';

type Importer = Pick<typeof import('./exchange/publishedText.ts'), 'importPublishedText' | 'reportText'>;

/** What an entry gives the server: where its data comes from, and how it waits. */
export interface Host extends Pick<Environment, 'settings' | 'loadCatalogue' | 'loadPinyin'> {
  /** The language for clients that name none. */
  readonly language: Language;
  /** The importer of published text, loaded when first needed. */
  loadImporter(): Promise<Importer>;
  /** Runs a task when the messages that have already come in are done with. */
  defer(task: () => void): void;
}

/** Characters after which completions are asked for: digits begin codes, the marks begin the next field. */
const TRIGGERS = [...'0123456789;:；：、.-'];

/** Serves the language over a connection, for any client that speaks the protocol. */
export function serve(connection: Connection, host: Host): void {
  let service: LanguageService;
  let language = host.language;
  let pull = false;
  let outline = false;

  /** Counts documents as they are opened: one that is closed and opened again may start at the same version. */
  let opened = 0;
  const openings = new WeakMap<TableDocument, number>();
  const documents = new TextDocuments<TableDocument>({
    create: (uri, languageId, version, content) => {
      const document = service.open(uri, languageId, version, content);
      openings.set(document, ++opened);
      return document;
    },
    update: (document, changes, version) => {
      document.update(changes, version);
      return document;
    },
  });

  connection.onInitialize((params): InitializeResult => {
    language = languageOf(params.locale) ?? host.language;
    pull = params.capabilities.textDocument?.diagnostic !== undefined;
    outline = params.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    service = createLanguageService({
      settings: host.settings,
      loadCatalogue: host.loadCatalogue,
      loadPinyin: host.loadPinyin,
      language,
      client: abilitiesOf(params),
    });
    return {
      serverInfo: { name: 'jxmb' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: TRIGGERS },
        hoverProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        ...(pull && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
      },
    };
  });

  /** Answers a request on an open document: nothing where it is not open, no work where the answer is no longer wanted. */
  const answer =
    <P extends { textDocument: { uri: string } }, R>(
      otherwise: R,
      run: (document: TableDocument, params: P) => R | Promise<R>,
    ) =>
    async (params: P, token: CancellationToken): Promise<R | ResponseError<void>> => {
      if (token.isCancellationRequested) return cancelled();
      const document = documents.get(params.textDocument.uri);
      if (!document) return otherwise;
      const { version } = document;
      const result = await run(document, params);
      if (token.isCancellationRequested) return cancelled();
      const same = documents.get(document.uri) === document && document.version === version;
      return same ? result : new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
    };

  connection.onCompletion(
    answer({ isIncomplete: false, items: [] }, (document, params) => service.complete(document, params.position)),
  );
  connection.onHover(answer(null, (document, params) => service.hover(document, params.position)));
  connection.onDocumentSymbol(
    answer<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>([], (document) => {
      const symbols = service.documentSymbols(document);
      return outline ? symbols : flat(symbols, document.uri);
    }),
  );
  connection.onFoldingRanges(answer([], (document) => service.foldingRanges(document)));
  connection.onCodeAction(
    answer([], (document, { range, context }) =>
      wantsFixes(context.only) ? service.codeActions(document, range) : [],
    ),
  );

  connection.languages.diagnostics.on((params) => {
    const document = documents.get(params.textDocument.uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${openings.get(document)}.${document.version}`;
    return params.previousResultId === resultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: service.diagnostics(document) };
  });

  // Where the client does not pull, findings are pushed: of each document the latest only, once no more changes come in.
  const changed = new Set<string>();
  let fresh = false;
  const push = () => {
    if (fresh) {
      fresh = false;
      host.defer(push);
      return;
    }
    const uris = [...changed];
    changed.clear();
    for (const uri of uris) {
      const document = documents.get(uri);
      if (!document) continue;
      try {
        const diagnostics = service.diagnostics(document);
        void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
      } catch (error) {
        connection.console.error(`${uri}: ${error}`);
      }
    }
  };
  documents.onDidChangeContent(({ document }) => {
    if (pull) return;
    fresh = true;
    if (changed.size === 0) host.defer(push);
    changed.add(document.uri);
  });
  documents.onDidClose(({ document }) => {
    if (!pull) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onRequest(IMPORT_TEXT, async ({ text }: ImportTextParams): Promise<ImportTextResult> => {
    const { importPublishedText, reportText } = await host.loadImporter();
    const { document, report } = importPublishedText(text, host.settings.profile);
    return { document, counts: report.counts, report: reportText(report, language) };
  });

  documents.listen(connection);
  connection.listen();
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** Chinese for any kind of `zh`, else English; undefined where no locale is named. */
export function languageOf(locale: string | undefined): Language | undefined {
  if (!locale) return undefined;
  return /^zh\b|^zh[-_]/i.test(locale) ? 'zh' : 'en';
}

/** Whether a client that asks for some kinds of actions only asks for fixes too. */
function wantsFixes(only: readonly CodeActionKind[] | undefined): boolean {
  return !only || only.some((kind) => kind === '' || `${CodeActionKind.QuickFix}.`.startsWith(`${kind}.`));
}

/** An outline for clients that know no tree. */
function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(containerName && { containerName }) },
    ...flat(children ?? [], uri, name),
  ]);
}

function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): Environment['client'] {
  const options = initializationOptions as InitializationOptions | undefined;
  return {
    versionedEdits: capabilities.workspace?.workspaceEdit?.documentChanges === true,
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    vscode: options?.vscode === true,
  };
}

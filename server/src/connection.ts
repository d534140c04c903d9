import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  type DefinitionParams,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type InitializeParams,
  type InitializeResult,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  RequestType,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SymbolInformation,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { areSame, readSettings, SECTION } from './configuration.ts';
import { FIX_ALL_KIND, RENUMBER_KIND } from './features/codeActions.ts';
import { CannotRename } from './features/rename.ts';
import { LEGEND } from './features/semanticTokens/legend.ts';
import { createLanguageService, type LanguageService } from './languageService.ts';
import {
  CHANGED,
  FIND_SYMBOLS,
  type FindSymbolsParams,
  type FoundSymbols,
  IMPORT_TEXT,
  type ImportTextParams,
  type ImportTextResult,
  type InitializationOptions,
  PROFILE_PAGE,
  PROFILES,
  type ProfileChoice,
  type ProfilePageParams,
  type ProfilesParams,
  RULE_LIST,
  RULE_PAGE,
  type RulePageParams,
  STATUS,
  type StatusParams,
  type TableStatus,
} from './protocol.ts';
import { Refreshes } from './refreshes.ts';
import type { Language } from './rules/rule.ts';
import { TokenResults } from './tokenResults.ts';
import type { Environment } from './workspace/environment.ts';
import type { TableSettings } from './workspace/settings.ts';
import type { TableDocument } from './workspace/tableDocument.ts';
import { Workspace } from './workspace/workspace.ts';

type Importer = Pick<typeof import('./exchange/publishedText.ts'), 'importPublishedText' | 'reportText'>;

/** What an entry gives the server: where its data comes from, and how it waits. */
export interface Host extends Pick<Environment, 'settings' | 'loadCatalogue' | 'loadPinyin' | 'loadPinyinOf'> {
  /** The language for clients that name none. */
  readonly language: Language;
  /** The importer of published text, loaded when first needed. */
  loadImporter(): Promise<Importer>;
  /** Runs a task when the messages that have already come in are done with. */
  defer(task: () => void): void;
}

/** Characters after which completions are asked for: digits begin codes, marks the next field, signs a comparison. */
const TRIGGERS = [...'0123456789;:；：、.-=<>＝＜＞》《'];

/** Serves the language over a connection, for any client that speaks the protocol. */
export function serve(connection: Connection, host: Host): void {
  let service: LanguageService;
  let language = host.language;
  let pull = false;
  let outline = false;
  let definitionLinks = false;
  let refreshes: Refreshes;
  /** The client is ours, and shows the status of tables. */
  let ours = false;
  /** The client can be asked for settings, is to be told that findings are stale, tells of changes where it is asked to. */
  let asks = { configuration: false, refresh: false, registration: false };
  /** The settings of clients that cannot be asked. */
  let told: TableSettings = host.settings;
  /** Counts the changes of settings: what was found before is stale. */
  let configured = 0;
  /** When the settings that were last asked for are there. */
  const settled = new WeakMap<TableDocument, Promise<void>>();
  /** Documents that have been opened and whose settings are not there yet. */
  const unsettled = new WeakSet<TableDocument>();
  const logFailure = (what: string) => (error: unknown) => connection.console.error(`${what}: ${error}`);
  /** Sends findings; the client may be gone, and nobody else is there to be told. */
  const send = (uri: string, diagnostics: Diagnostic[], version?: number) => {
    const params = { uri, diagnostics, ...(version !== undefined && { version }) };
    void connection.sendDiagnostics(params).catch(() => {});
  };

  /** Counts documents as they are opened: one that is closed and opened again may start at the same version. */
  let opened = 0;
  const openings = new WeakMap<TableDocument, number>();
  const documents = new TextDocuments<TableDocument>({
    create: (uri, languageId, version, content) => {
      const document = service.open(uri, languageId, version, content, told);
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
    const { workspace } = params.capabilities;
    refreshes = new Refreshes(connection, params);
    ours = abilitiesOf(params).vscode;
    definitionLinks = params.capabilities.textDocument?.definition?.linkSupport === true;
    asks = {
      configuration: workspace?.configuration === true,
      refresh: workspace?.diagnostics?.refreshSupport === true,
      registration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    };
    told = readSettings((params.initializationOptions as InitializationOptions | undefined)?.settings, host.settings);
    outline = params.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    service = createLanguageService({
      settings: told,
      workspace: new Workspace(),
      loadCatalogue: host.loadCatalogue,
      loadPinyin: host.loadPinyin,
      loadPinyinOf: host.loadPinyinOf,
      language,
      client: abilitiesOf(params),
    });
    return {
      serverInfo: { name: 'jxmb' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: abilitiesOf(params).resolvesCompletions },
        hoverProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
        selectionRangeProvider: true,
        documentHighlightProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentLinkProvider: {},
        workspaceSymbolProvider: true,
        semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
        inlayHintProvider: true,
        codeLensProvider: {},
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, RENUMBER_KIND, FIX_ALL_KIND],
          resolveProvider: abilitiesOf(params).resolvesActions,
        },
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
      await settled.get(document);
      const { version } = document;
      const result = await run(document, params);
      if (token.isCancellationRequested) return cancelled();
      const same = documents.get(document.uri) === document && document.version === version;
      return same ? result : new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
    };

  connection.onCompletion(
    answer({ isIncomplete: false, items: [] }, (document, params) => service.complete(document, params.position)),
  );
  connection.onCompletionResolve((item) => {
    const { uri } = (item.data ?? {}) as { readonly uri?: string };
    const document = uri === undefined ? undefined : documents.get(uri);
    return document ? service.resolveCompletion(document, item) : item;
  });
  connection.onHover(answer(null, (document, params) => service.hover(document, params.position)));
  connection.onDocumentSymbol(
    answer<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>([], (document) => {
      const symbols = service.documentSymbols(document);
      return outline ? symbols : flat(symbols, document.uri);
    }),
  );
  connection.onFoldingRanges(answer([], (document) => service.foldingRanges(document)));
  connection.onCodeAction(
    answer([], (document, { range, context: { only } }) => {
      const fixes = wants(only, CodeActionKind.QuickFix, true) ? service.codeActions(document, range) : [];
      const numbers = wants(only, RENUMBER_KIND, true) ? service.renumberAction(document, range) : [];
      const all = wants(only, FIX_ALL_KIND, false) ? service.fixAll(document) : undefined;
      return [...fixes, ...numbers, ...(all ? [all] : [])];
    }),
  );
  connection.onCodeActionResolve((action) => {
    const { uri } = (action.data ?? {}) as { readonly uri?: string };
    const document = uri === undefined ? undefined : documents.get(uri);
    return document ? service.resolveCodeAction(document, action) : action;
  });
  connection.onDocumentFormatting(answer([], (document, { options }) => service.formatDocument(document, options)));
  connection.onDocumentRangeFormatting(
    answer([], (document, { range, options }) => service.formatRange(document, range, options)),
  );
  connection.onDocumentOnTypeFormatting(
    answer([], (document, { position, ch, options }) => service.formatOnType(document, position, ch, options)),
  );
  connection.onSelectionRanges(answer([], (document, { positions }) => service.selectionRanges(document, positions)));
  connection.onDocumentHighlight(
    answer([], (document, { position }) => service.documentHighlights(document, position)),
  );
  connection.onDefinition(
    answer<DefinitionParams, LocationLink[] | Location[]>([], (document, { position }) => {
      const links = service.definition(document, position);
      return links.length > 0 && !definitionLinks
        ? links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }))
        : links;
    }),
  );
  connection.onReferences(
    answer([], (document, { position, context }) => service.references(document, position, context.includeDeclaration)),
  );
  connection.onPrepareRename(answer(null, (document, { position }) => service.prepareRename(document, position)));
  connection.onRenameRequest(
    answer(null, (document, { position, newName }) => {
      try {
        return service.rename(document, position, newName);
      } catch (error) {
        if (!(error instanceof CannotRename)) throw error;
        throw new ResponseError(LSPErrorCodes.RequestFailed, error.texts[language]);
      }
    }),
  );
  connection.onDocumentLinks(answer([], (document) => service.documentLinks(document)));
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    if (token.isCancellationRequested) return cancelled();
    return service.workspaceSymbols(query);
  });
  const tokens = new TokenResults();
  connection.languages.semanticTokens.on(
    answer({ data: [] }, async (document) => tokens.full(document, await service.tokenPieces(document))),
  );
  connection.languages.semanticTokens.onDelta(
    answer<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>({ data: [] }, async (document, params) =>
      tokens.since(params.previousResultId, document, await service.tokenPieces(document)),
    ),
  );
  connection.languages.semanticTokens.onRange(
    answer({ data: [] }, async (document, { range }) => ({ data: await service.semanticTokens(document, range) })),
  );
  connection.languages.inlayHint.on(answer([], (document, { range }) => service.inlayHints(document, range)));
  connection.onCodeLens(answer([], (document) => service.codeLenses(document)));
  connection.onRequest(
    new RequestType<StatusParams, TableStatus | null, void>(STATUS),
    answer<StatusParams, TableStatus | null>(null, (document) => service.status(document)),
  );
  connection.onRequest(
    new RequestType<ProfilesParams, ProfileChoice[], void>(PROFILES),
    answer<ProfilesParams, ProfileChoice[]>([], (document) => service.profiles(document)),
  );
  connection.onRequest(RULE_LIST, () => service.rules());
  connection.onRequest(PROFILE_PAGE, ({ id }: ProfilePageParams) => service.profilePage(id) ?? null);
  connection.onRequest(
    new RequestType<FindSymbolsParams, FoundSymbols | null, void>(FIND_SYMBOLS),
    async ({ query }, token) => (token.isCancellationRequested ? cancelled() : service.findSymbols(query)),
  );
  connection.onRequest(RULE_PAGE, ({ id }: RulePageParams) => service.rulePage(id) ?? null);

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const document = documents.get(uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    await settled.get(document);
    if (documents.get(uri) !== document) {
      return new ResponseError(LSPErrorCodes.ServerCancelled, 'the document was closed', { retriggerRequest: true });
    }
    const resultId = `${openings.get(document)}.${document.version}.${configured}`;
    return previousResultId === resultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: service.diagnostics(document) };
  });

  // Once no more changes come in, the client is told what they come to. Where it does not pull, findings are pushed: of
  // each document the latest only.
  const changed = new Set<string>();
  let fresh = false;
  const tell = () => {
    if (fresh) {
      fresh = false;
      host.defer(tell);
      return;
    }
    const latest = [...changed].flatMap((uri) => documents.get(uri) ?? []);
    changed.clear();
    for (const document of pull ? [] : latest) {
      if (unsettled.has(document)) continue;
      const { uri, version } = document;
      try {
        send(uri, service.diagnostics(document), version);
      } catch (error) {
        logFailure(uri)(error);
      }
    }
    refreshes.changed(latest);
    if (ours) void connection.sendNotification(CHANGED);
  };
  const tellSoon = (document: TableDocument) => {
    fresh = true;
    if (changed.size === 0) host.defer(tell);
    changed.add(document.uri);
  };
  documents.onDidChangeContent(({ document }) => tellSoon(document));

  /** Reads a document by the settings of its place; those that come later than the document make it stale. */
  const configure = (document: TableDocument, settings: TableSettings) => {
    if (documents.get(document.uri) !== document || areSame(settings, document.settings)) return;
    document.configure(settings);
    configured++;
    tellSoon(document);
  };
  const askFor = (document: TableDocument): Promise<void> => {
    const { uri } = document;
    const asked = connection.workspace
      .getConfiguration({ scopeUri: uri, section: SECTION })
      .then((section: unknown) => {
        // Answers may come in any order; that to the last question counts.
        if (settled.get(document) === asked) configure(document, readSettings(section, host.settings));
      })
      .catch(logFailure(uri));
    settled.set(document, asked);
    return asked;
  };
  documents.onDidOpen(({ document }) => {
    if (asks.configuration) {
      unsettled.add(document);
      void askFor(document)
        .then(() => settled.get(document))
        .then(() => {
          unsettled.delete(document);
          tellSoon(document);
        });
    }
    if (documents.all().length > 1) refreshes.tablesChanged();
  });
  connection.onInitialized(() => {
    if (!asks.registration) return;
    const options = { section: SECTION };
    connection.client.register(DidChangeConfigurationNotification.type, options).catch(() => {});
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const before = configured;
    if (asks.configuration) await Promise.all(documents.all().map(askFor));
    else {
      told = readSettings((settings as { readonly [SECTION]?: unknown } | null)?.[SECTION], host.settings);
      for (const document of documents.all()) configure(document, told);
    }
    if (configured === before) return;
    refreshes.all(documents.all());
    if (pull && asks.refresh) await connection.languages.diagnostics.refresh();
  });
  documents.onDidClose(({ document }) => {
    service.close(document.uri);
    if (documents.all().length > 0) refreshes.tablesChanged();
    if (!pull) send(document.uri, []);
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

/** Whether a client that asks for some kinds of actions only asks for this one too. */
function wants(only: readonly CodeActionKind[] | undefined, wanted: CodeActionKind, unasked: boolean): boolean {
  return only ? only.some((kind) => kind === '' || `${wanted}.`.startsWith(`${kind}.`)) : unasked;
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
  const completionItem = capabilities.textDocument?.completion?.completionItem;
  return {
    versionedEdits: capabilities.workspace?.workspaceEdit?.documentChanges === true,
    snippets: completionItem?.snippetSupport === true,
    replaceRanges: completionItem?.insertReplaceSupport === true,
    resolvesCompletions: completionItem?.resolveSupport?.properties.includes('documentation') === true,
    vscode: options?.vscode === true,
    resolvesActions:
      capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true &&
      capabilities.textDocument.codeAction.dataSupport === true,
    inlayHints: capabilities.textDocument?.inlayHint !== undefined,
  };
}

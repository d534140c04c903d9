import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  type DefinitionParams,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type DocumentSymbol,
  type DocumentSymbolParams,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  MessageType,
  RequestType,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  ShowMessageNotification,
  type SymbolInformation,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { areSame, profilePaths, SECTION, wantsWorkspaceDiagnostics } from './configuration.ts';
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
import { Places } from './serving/places.ts';
import { ProfileReports } from './serving/profileReports.ts';
import { Profiles } from './serving/profiles.ts';
import { HeldDiagnostics } from './serving/workspaceDiagnostics.ts';
import { TokenResults } from './tokenResults.ts';
import type { Environment } from './workspace/environment.ts';
import type { TableSettings } from './workspace/settings.ts';
import type { TableDocument } from './workspace/tableDocument.ts';
import { isTable, type TableFiles, Workspace } from './workspace/workspace.ts';

type ProfileReader = Pick<typeof import('./exchange/profile/readProfile.ts'), 'readProfile'>;
type Importer = Pick<typeof import('./exchange/publishedText.ts'), 'importPublishedText' | 'reportText'>;

/** What an entry gives the server: where its data comes from, and how it waits. */
export interface Host extends Pick<Environment, 'settings' | 'loadCatalogue' | 'loadPinyin' | 'loadPinyinOf'> {
  /** The language for clients that name none. */
  readonly language: Language;
  /** The importer of published text, loaded when first needed. */
  loadImporter(): Promise<Importer>;
  /** The reader of profiles that people bring, loaded when first needed. */
  loadProfileReader(): Promise<ProfileReader>;
  /** What can be told of files besides their text. */
  readonly files: TableFiles;
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
  /** The client can be asked for settings, is to be told that findings are stale, tells of changes where it is asked to. */
  let asks = {
    configuration: false,
    refresh: false,
    registration: false,
    watches: false,
    folders: false,
    progress: false,
    pullRegistration: false,
  };
  /** What clients say of our section of the settings that cannot be asked. */
  let told: unknown;
  /** The client is VS Code with our extension, and shows the status of tables. */
  let isOurs = false;
  const places = new Places(host.settings, new Profiles(host.settings, host.loadProfileReader));
  const workspace = new Workspace(host.files, (uri) => places.settingsOf(uri));
  /** When the settings that were last asked for are there. */
  const held = new HeldDiagnostics({
    workspace,
    diagnostics: (table) => service.diagnostics(table),
    look: async () => {
      await foldersSettled;
      await look();
    },
    isWanted: async () => wantsWorkspaceDiagnostics(await sectionOf()) !== false,
    title: () => CHECKING[language],
    breathe: () => new Promise((resolve) => host.defer(resolve)),
  });
  const wake = () => held.wake();
  const settled = new WeakMap<TableDocument, Promise<void>>();
  /** Documents that have been opened and whose settings are not there yet. */
  const unsettled = new WeakSet<TableDocument>();
  const logFailure = (what: string) => (error: unknown) => connection.console.error(`${what}: ${error}`);
  /** Sends findings; the client may be gone, and nobody else is there to be told. */
  const send = (uri: string, diagnostics: Diagnostic[], version?: number) => {
    const params = { uri, diagnostics, ...(version !== undefined && { version }) };
    void connection.sendDiagnostics(params).catch(() => {});
  };

  const documents = new TextDocuments<TableDocument>({
    create: (uri, languageId, version, content) => {
      return service.open(uri, languageId, version, content, places.settingsOf(uri));
    },
    update: (document, changes, version) => {
      document.update(changes, version);
      return document;
    },
  });

  connection.onInitialize((params): InitializeResult => {
    language = languageOf(params.locale) ?? host.language;
    pull = params.capabilities.textDocument?.diagnostic !== undefined;
    const { workspace: can, window } = params.capabilities;
    refreshes = new Refreshes(connection, params);
    definitionLinks = params.capabilities.textDocument?.definition?.linkSupport === true;
    asks = {
      configuration: can?.configuration === true,
      refresh: can?.diagnostics?.refreshSupport === true,
      registration: can?.didChangeConfiguration?.dynamicRegistration === true,
      watches: can?.didChangeWatchedFiles?.dynamicRegistration === true,
      folders: can?.workspaceFolders === true,
      progress: window?.workDoneProgress === true,
      pullRegistration: params.capabilities.textDocument?.diagnostic?.dynamicRegistration === true,
    };
    isOurs = abilitiesOf(params).vscode;
    told = (params.initializationOptions as InitializationOptions | undefined)?.settings;
    places.setFallback(told);
    takeFolders(params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []));
    outline = params.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    service = createLanguageService({
      settings: places.fallback,
      workspace,
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
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(pull && !asks.pullRegistration && { diagnosticProvider: { ...PULLED, workspaceDiagnostics: true } }),
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
      await look();
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
    await look();
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
    async ({ query }, token) => {
      if (token.isCancellationRequested) return cancelled();
      await look();
      return service.findSymbols(query);
    },
  );
  connection.onRequest(RULE_PAGE, ({ id }: RulePageParams) => service.rulePage(id) ?? null);

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const document = documents.get(uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    await settled.get(document);
    await look();
    if (documents.get(uri) !== document) {
      return new ResponseError(LSPErrorCodes.ServerCancelled, 'the document was closed', { retriggerRequest: true });
    }
    const resultId = workspace.stateOf(uri) ?? '';
    toldOutside.set(document, document.outside);
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
    workspace.look();
    for (const document of pull ? [] : latest) {
      if (unsettled.has(document)) continue;
      const { uri, version } = document;
      try {
        const diagnostics = service.diagnostics(document);
        toldOutside.set(document, document.outside);
        send(uri, diagnostics, version);
      } catch (error) {
        logFailure(uri)(error);
      }
    }
    refreshes.changed(latest);
    if (isOurs) void connection.sendNotification(CHANGED);
  };
  const tellSoon = (document: TableDocument) => {
    fresh = true;
    if (changed.size === 0) host.defer(tell);
    changed.add(document.uri);
  };
  documents.onDidChangeContent(({ document }) => {
    tellSoon(document);
    changedElsewhere(document);
  });

  /** How much had changed in the tables that a document takes in when the client was told last what is found in it. */
  const toldOutside = new WeakMap<TableDocument, number>();
  let looking = false;
  /** A table has changed that others may take in: what was found in these may be stale. */
  const changedElsewhere = (changed?: TableDocument) => {
    wake();
    if (looking || !documents.all().some((other) => other !== changed && other.includeBlocks.size > 0)) return;
    looking = true;
    host.defer(() => {
      looking = false;
      let isStale = false;
      for (const document of documents.all()) {
        if (document.includeBlocks.size === 0) continue;
        const before = toldOutside.get(document);
        const { outside } = document;
        if (before === undefined || before === outside) continue;
        toldOutside.set(document, outside);
        isStale = true;
        tellSoon(document);
      }
      if (isStale) refresh();
    });
  };
  /** Asks the client to ask again. */
  const refresh = () => {
    if (pull && asks.refresh) void connection.languages.diagnostics.refresh().catch(logFailure('refresh'));
    refreshes.all(documents.all());
  };

  /** Somebody asks for something: what nobody watches may have changed since the last time. */
  const look = async () => {
    workspace.look();
    const unwatched = places.files.filter((file) => !(workspace.isWatched && isProfile(file)));
    if (unwatched.length === 0) return;
    const isChanged = unwatched.filter((file) => {
      const stamp = host.files.stamp?.(file);
      const isOther = stamps.has(file) && stamps.get(file) !== stamp;
      stamps.set(file, stamp);
      return isOther;
    });
    if (isChanged.length > 0) await readProfilesAgain();
  };
  const stamps = new Map<string, string | undefined>();

  const profileReports = new ProfileReports(send, (message) => {
    const params = { type: MessageType.Warning, message };
    connection.sendNotification(ShowMessageNotification.method, params).catch(logFailure('message'));
  });
  const tellOfProfiles = () => profileReports.tell(places, language, isOurs);
  const readProfilesAgain = async () => {
    const isOther = await places.readAgain();
    tellOfProfiles();
    if (!isOther) return;
    for (const document of documents.all()) configure(document, places.settingsOf(document.uri));
    workspace.configured();
    wake();
    refresh();
  };

  /** Reads a document by the settings of its place; those that come later than the document make it stale. */
  const configure = (document: TableDocument, settings: TableSettings): boolean => {
    if (documents.get(document.uri) !== document || areSame(settings, document.settings)) return false;
    document.configure(settings);
    tellSoon(document);
    return true;
  };
  const sectionOf = async (uri?: string): Promise<unknown> =>
    asks.configuration
      ? connection.workspace.getConfiguration({ ...(uri !== undefined && { scopeUri: uri }), section: SECTION })
      : told;
  /** Tells whether the document is read by other settings now. */
  const settle = (document: TableDocument): Promise<boolean> => {
    const { uri } = document;
    let isOther = false;
    const asked = sectionOf(uri)
      .then((section) => places.set(places.baseOf(uri), section))
      .then((settings) => {
        tellOfProfiles();
        // Answers may come in any order; that to the last question counts.
        if (settled.get(document) === asked) isOther = configure(document, settings);
      })
      .catch(logFailure(uri));
    settled.set(document, asked);
    return asked.then(() => isOther);
  };
  documents.onDidOpen(({ document }) => {
    if (asks.configuration || profilePaths(told).length > 0) {
      unsettled.add(document);
      void settle(document)
        .then(() => settled.get(document))
        .then(() => {
          unsettled.delete(document);
          tellSoon(document);
        });
    }
    if (documents.all().length > 1) refreshes.tablesChanged();
  });

  /** The folders' own settings are known: tables that are not open are read by them. */
  let foldersSettled = Promise.resolve();
  const settleFolders = () => {
    foldersSettled = Promise.all(
      workspace.folders.map(async (folder) => {
        try {
          await places.set(folder, await sectionOf(folder));
        } catch (error) {
          logFailure(folder)(error);
        }
      }),
    ).then(() => {
      workspace.configured();
      tellOfProfiles();
      wake();
    });
  };
  const takeFolders = (uris: readonly string[]) => {
    workspace.setFolders(uris);
    places.setFolders(uris);
  };
  connection.onInitialized(() => {
    if (asks.registration) {
      const options = { section: SECTION };
      connection.client.register(DidChangeConfigurationNotification.type, options).catch(() => {});
    }
    if (asks.watches && workspace.folders.length > 0) watch();
    if (pull && asks.pullRegistration) void settlePull();
    if (asks.folders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri.replace(/\/$/, '')));
        const kept = workspace.folders.filter((folder) => !gone.has(folder));
        takeFolders([...kept, ...added.map(({ uri }) => uri)]);
        if (asks.watches && !workspace.isWatched) watch();
        settleFolders();
        for (const document of documents.all()) void settle(document);
        changedElsewhere();
      });
    if (workspace.folders.length > 0) settleFolders();
    else tellOfProfiles();
  });

  /** How the client pulls: of the whole workspace only where somebody wants it, for it counts on that once it does. */
  let pulling: { readonly all: boolean; readonly registered: Promise<Disposable> } | undefined;
  const registerPull = async (all: boolean) => {
    if (pulling?.all === all) return;
    const before = pulling?.registered;
    const options = { documentSelector: null, ...PULLED, workspaceDiagnostics: all };
    const registered = (async () => {
      (await before?.catch(() => undefined))?.dispose();
      return connection.client.register(DocumentDiagnosticRequest.type, options);
    })();
    pulling = { all, registered };
    await registered.catch(logFailure(SECTION));
  };
  /** Whether the client is to ask for all tables: ours where its settings say so, others where theirs do not forbid it. */
  const wantsAll = async () => wantsWorkspaceDiagnostics(await sectionOf().catch(logFailure(SECTION))) ?? !isOurs;
  const settlePull = async () => {
    // Open tables need not wait for the answer.
    if (asks.configuration && !pulling) void registerPull(false);
    await registerPull(await wantsAll());
  };

  /** Has the client tell when tables and profiles change, and when folders go that may have held some. */
  const watch = () => {
    workspace.isWatched = true;
    const watchers = [
      { globPattern: '**/*.jxmb' },
      { globPattern: '**/*.jxmb-profile.json' },
      { globPattern: '**', kind: WatchKind.Delete },
    ];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error) => {
      workspace.isWatched = false;
      logFailure('watch')(error);
    });
  };
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const files = changes.map(({ uri, type }) => ({ uri, isGone: type === FileChangeType.Deleted }));
    const tables = files.filter(({ uri, isGone }) => isTable(uri) || (isGone && !isProfile(uri)));
    if (tables.length > 0) {
      workspace.filesChanged(tables);
      changedElsewhere();
      if (documents.all().length > 0) refreshes.tablesChanged();
    }
    if (files.some(({ uri, isGone }) => isProfile(uri) || (isGone && !isTable(uri)))) await readProfilesAgain();
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (!asks.configuration) {
      told = (settings as { readonly [SECTION]?: unknown } | null)?.[SECTION];
      places.clear();
      places.setFallback(told);
    }
    settleFolders();
    if (pulling) await settlePull();
    const all = documents.all();
    const isOther =
      asks.configuration || profilePaths(told).length > 0
        ? (await Promise.all(all.map(settle))).includes(true)
        : all.map((document) => configure(document, places.settingsOf(document.uri))).includes(true);
    await foldersSettled;
    if (isOther) refresh();
  });
  documents.onDidClose(({ document }) => {
    service.close(document.uri);
    if (documents.all().length > 0) refreshes.tablesChanged();
    if (!pull) send(document.uri, []);
    changedElsewhere(document);
  });

  connection.onShutdown(() => held.end());
  connection.languages.diagnostics.onWorkspace(async (params, token, given, partial) => {
    const isMany = asks.progress && params.workDoneToken === undefined;
    const items = await held.answer(params.previousResultIds, {
      token,
      report: partial && ((report) => partial.report({ items: [report] })),
      progress: async (count) => (isMany && count >= LONG ? await connection.window.createWorkDoneProgress() : given),
    });
    if (workspace.isCut) connection.console.warn(CUT[language]);
    return token.isCancellationRequested ? (cancelled() as never) : ({ items } satisfies WorkspaceDiagnosticReport);
  });

  connection.onRequest(IMPORT_TEXT, async ({ text }: ImportTextParams): Promise<ImportTextResult> => {
    const { importPublishedText, reportText } = await host.loadImporter();
    const { document, report } = importPublishedText(text, host.settings.profile);
    return { document, counts: report.counts, report: reportText(report, language) };
  });

  documents.listen(connection);
  connection.listen();
}

/** What is found in one table depends on others. */
const PULLED = { interFileDependencies: true } as const;

const CHECKING = { zh: '检查工作区的绩效目标表', en: 'Checking the tables of the workspace' };
const CUT = {
  zh: '工作区的表太多,只检查了一部分。',
  en: 'There are more tables in the workspace than are checked.',
};

/** So many tables take long enough to show how far it has come. */
const LONG = 20;

/** Whether a file is a profile by its name. */
function isProfile(uri: string): boolean {
  return uri.endsWith('.jxmb-profile.json');
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

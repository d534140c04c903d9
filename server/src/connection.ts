import { type Connection, type InitializeParams, type InitializeResult, TextDocuments } from 'vscode-languageserver';
import { createLanguageService } from './languageService.ts';
import { Refreshes } from './refreshes.ts';
import { Answering } from './serving/answering.ts';
import { capabilitiesFor } from './serving/capabilities.ts';
import { type Client, clientOf } from './serving/client.ts';
import { Configuring } from './serving/configuring.ts';
import { serveExchange } from './serving/exchange.ts';
import { Findings } from './serving/findings.ts';
import { hostWithMirror, serveMirror } from './serving/mirroring.ts';
import { serveOwnRequests } from './serving/ownRequests.ts';
import { Places } from './serving/places.ts';
import { servePreviews } from './serving/previews.ts';
import { Profiles } from './serving/profiles.ts';
import { Pulling } from './serving/pulling.ts';
import { serveRequests } from './serving/requests.ts';
import type { Host, Serving } from './serving/serving.ts';
import { Watching } from './serving/watching.ts';
import { HeldDiagnostics } from './serving/workspaceDiagnostics.ts';
import type { TableDocument } from './workspace/tableDocument.ts';
import { Workspace } from './workspace/workspace.ts';

export { languageOf } from './serving/client.ts';
export type { Host } from './serving/serving.ts';

const CHECKING = { zh: '检查工作区的绩效目标表', en: 'Checking the tables of the workspace' };

/** Serves the language over a connection, for any client that speaks the protocol. */
export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params, host.language);
    serveClient(connection, hostWithMirror(host), client, params);
    return { serverInfo: { name: 'jxmb' }, capabilities: capabilitiesFor(client) };
  });
  connection.listen();
}

/** Makes the parts of the server, once it is known what the client can, and ties them to each other. */
function serveClient(connection: Connection, host: Host, client: Client, params: InitializeParams): void {
  const serving = share(connection, host, client);
  const { documents, service, workspace } = serving;
  const refreshes = new Refreshes(connection, params);
  const wake = () => held.wake();
  const findings = new Findings(serving, refreshes, wake);
  const configuring = new Configuring(serving, findings, wake);
  const watching = new Watching(serving, findings, configuring, refreshes);
  const answering = new Answering(serving, configuring, watching);
  const pulling = new Pulling(serving, configuring);
  const held = new HeldDiagnostics({
    workspace,
    diagnostics: (table) => service.diagnostics(table),
    look: async () => {
      await configuring.foldersSettled();
      await watching.look();
    },
    isWanted: () => configuring.wantsAll(),
    title: () => CHECKING[client.language],
    breathe: () => new Promise((resolve) => host.defer(resolve)),
  });

  serveRequests(serving, answering);
  serveOwnRequests(serving, answering);
  servePreviews(serving, answering);
  serveExchange(serving, answering, configuring);
  pulling.serve(answering, findings, held);
  if (host.mirror) serveMirror(serving, host.mirror, watching);

  documents.onDidOpen(({ document }) => {
    configuring.opened(document);
    findings.tellSoon(document);
    if (documents.all().length > 1) refreshes.tablesChanged();
  });
  documents.onDidChangeContent(({ document }) => {
    answering.noteArrival();
    findings.edited(document);
    findings.changedElsewhere(document);
  });
  documents.onDidClose(({ document }) => {
    service.close(document.uri);
    if (documents.all().length > 0) refreshes.tablesChanged();
    findings.closed(document);
  });
  documents.listen(connection);

  connection.onDidChangeWatchedFiles(({ changes }) => watching.changed(changes));
  connection.onDidChangeConfiguration(async ({ settings }) => {
    await configuring.changed(settings);
    await pulling.register();
  });
  connection.onInitialized(() => {
    configuring.register();
    watching.register();
    void pulling.register();
    configuring.settleFolders();
    if (!client.changesFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri.replace(/\/$/, '')));
      const kept = workspace.folders.filter((folder) => !gone.has(folder));
      configuring.changedFolders([...kept, ...added.map(({ uri }) => uri)]);
      watching.register();
      findings.changedElsewhere();
    });
  });
}

/** Makes what the parts of the server share. */
function share(connection: Connection, host: Host, client: Client): Serving {
  const places = new Places(host.settings, new Profiles(host.settings, host.loadProfileReader), host.mirror?.told);
  places.setFallback(client.settings);
  places.setFolders(client.folders);
  const workspace = new Workspace(host.files, (uri) => places.settingsOf(uri));
  workspace.setFolders(client.folders);
  const service = createLanguageService({
    settings: places.fallback,
    workspace,
    loadCatalogue: host.loadCatalogue,
    loadPinyin: host.loadPinyin,
    loadPinyinOf: host.loadPinyinOf,
    converters: host.converters,
    loadExchange: host.loadExchange,
    language: client.language,
    client: client.abilities,
  });
  const documents = new TextDocuments<TableDocument>({
    create: (uri, languageId, version, content) =>
      service.open(uri, languageId, version, content, places.settingsOf(uri)),
    update: (document, changes, version) => {
      document.update(changes, version);
      return document;
    },
  });
  return { connection, host, client, service, workspace, places, documents, pages: new Map() };
}

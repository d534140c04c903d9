import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { Page } from '../features/preview/page.ts';
import type { LanguageService, ServiceEnvironment } from '../languageService.ts';
import type { Language } from '../rules/rule.ts';
import type { MirroredFiles } from '../workspace/mirroredFiles.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import type { TableFiles, Workspace } from '../workspace/workspace.ts';
import type { Client } from './client.ts';
import type { Places } from './places.ts';

type ProfileReader = Pick<typeof import('../exchange/profile/readProfile.ts'), 'readProfile'>;

/** What an entry gives the server: where its data comes from, and how it waits. */
export interface Host
  extends Pick<
    ServiceEnvironment,
    'settings' | 'loadCatalogue' | 'loadPinyin' | 'loadPinyinOf' | 'converters' | 'loadExchange'
  > {
  /** The language for clients that name none. */
  readonly language: Language;
  /** The reader of profiles that people bring, loaded when first needed. */
  loadProfileReader(): Promise<ProfileReader>;
  /** What can be told of files besides their text. */
  readonly files: TableFiles;
  /** Holds the files that only the client reaches. */
  readonly mirror?: MirroredFiles;
  /** Runs a task when the messages that have already come in are done with. */
  defer(task: () => void): void;
  /** Runs a task a moment later: what follows at once comes before it. */
  rest(task: () => void): void;
}

/** What all parts of the server share while it serves a client. */
export interface Serving {
  readonly connection: Connection;
  readonly host: Host;
  readonly client: Client;
  readonly service: LanguageService;
  readonly workspace: Workspace;
  readonly places: Places;
  /** The tables that the client has open. */
  readonly documents: TextDocuments<TableDocument>;
  /** The pages of the client that show tables, by their names. */
  readonly pages: Map<string, Promise<Page>>;
}

/** Notes what went wrong where nobody waits for an answer. */
export function logFailure({ connection }: Pick<Serving, 'connection'>, what: string): (error: unknown) => void {
  return (error) => connection.console.error(`${what}: ${error}`);
}

/** Sends findings; the client may be gone, and nobody else is there to be told. */
export function sendFindings(connection: Connection, uri: string, diagnostics: Diagnostic[], version?: number): void {
  const params = { uri, diagnostics, ...(version !== undefined && { version }) };
  void connection.sendDiagnostics(params).catch(() => {});
}

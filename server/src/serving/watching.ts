import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import type { Refreshes } from '../refreshes.ts';
import { isTable } from '../workspace/workspace.ts';
import type { Configuring } from './configuring.ts';
import type { Findings } from './findings.ts';
import { logFailure, type Serving } from './serving.ts';

/** Tables, profiles, and folders that go and may have held some. */
const WATCHERS: FileSystemWatcher[] = [
  { globPattern: '**/*.jxmb' },
  { globPattern: '**/*.jxmb-profile.json' },
  { globPattern: '**', kind: WatchKind.Delete },
];

/** Follows the files of tables and profiles: the client tells of them where it can, else they are looked at. */
export class Watching {
  readonly #serving: Serving;
  readonly #findings: Findings;
  readonly #configuring: Configuring;
  readonly #refreshes: Refreshes;
  /** How the files of profiles that nobody watches were when they were last looked at. */
  readonly #stamps = new Map<string, string | undefined>();

  constructor(serving: Serving, findings: Findings, configuring: Configuring, refreshes: Refreshes) {
    this.#serving = serving;
    this.#findings = findings;
    this.#configuring = configuring;
    this.#refreshes = refreshes;
  }

  /** Has the client tell when files change. */
  register(): void {
    const { client, connection, workspace } = this.#serving;
    if (!client.registers.watches || workspace.isWatched || workspace.folders.length === 0) return;
    workspace.isWatched = true;
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS }).catch((error) => {
      workspace.isWatched = false;
      logFailure(this.#serving, 'watch')(error);
    });
  }

  async changed(changes: readonly FileEvent[]): Promise<void> {
    const { documents, workspace } = this.#serving;
    const files = changes.map(({ uri, type }) => ({ uri, isGone: type === FileChangeType.Deleted }));
    const tables = files.filter(({ uri, isGone }) => isTable(uri) || (isGone && !isProfile(uri)));
    if (tables.length > 0) {
      workspace.filesChanged(tables);
      this.#findings.changedElsewhere();
      if (documents.all().length > 0) this.#refreshes.tablesChanged();
    }
    const areProfiles = files.some(({ uri, isGone }) => isProfile(uri) || (isGone && !isTable(uri)));
    if (areProfiles) await this.#configuring.readProfilesAgain();
  }

  /**
   * Somebody asks for something: what nobody watches may have changed since the last time.
   * @returns until what has is read again; undefined where nothing has
   */
  look(): Promise<void> | undefined {
    const { client, host, places, workspace } = this.#serving;
    workspace.look();
    if (!client.pulls && !workspace.isWatched) this.#findings.changedElsewhere();
    let isOther = false;
    for (const file of places.files) {
      if (workspace.watches(file) && isProfile(file)) continue;
      const stamp = host.files.stamp?.(file);
      if (this.#stamps.has(file) && this.#stamps.get(file) !== stamp) isOther = true;
      this.#stamps.set(file, stamp);
    }
    return isOther ? this.#configuring.readProfilesAgain() : undefined;
  }
}

/** Whether a file is a profile by its name. */
function isProfile(uri: string): boolean {
  return uri.endsWith('.jxmb-profile.json');
}

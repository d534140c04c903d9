import { DidChangeConfigurationNotification, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { areSame, profilePaths, SECTION, wantsWorkspaceDiagnostics } from '../configuration.ts';
import type { TableSettings } from '../workspace/settings.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import type { Findings } from './findings.ts';
import { ProfileReports } from './profileReports.ts';
import { logFailure, type Serving, sendFindings } from './serving.ts';

/** Has tables read by the settings of their places, and by the profiles that these name. */
export class Configuring {
  readonly #serving: Serving;
  readonly #findings: Findings;
  readonly #wake: () => void;
  readonly #reports: ProfileReports;
  /** What a client says of our section that cannot be asked for it. */
  #told: unknown;
  /** When the settings of a table are there that were asked for and are not yet. */
  readonly #settled = new WeakMap<TableDocument, Promise<void>>();
  /** The client tells when its settings change. */
  #isFollowing = false;
  /** The places that the client was asked about since it last told of a change; another set once it does. */
  #known = new Set<string>();
  #foldersSettled = Promise.resolve();

  constructor(serving: Serving, findings: Findings, wake: () => void) {
    this.#serving = serving;
    this.#findings = findings;
    this.#wake = wake;
    this.#reports = new ProfileReports(
      (uri, diagnostics) => sendFindings(serving.connection, uri, diagnostics),
      (message) => this.#warn(message),
    );
    this.#told = serving.client.settings;
  }

  /** Until a table is read by the settings that hold for it; undefined where it is. */
  settled(document: TableDocument): Promise<void> | undefined {
    return this.#settled.get(document);
  }

  /** Until the settings of the folders are known, by which tables are read that are not open. */
  async foldersSettled(): Promise<void> {
    await this.#foldersSettled;
  }

  /** Has the client tell when its settings change. */
  register(): void {
    const { client, connection } = this.#serving;
    if (!client.registers.settings) return;
    const registered = connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    registered.then(
      () => {
        this.#isFollowing = true;
      },
      () => {},
    );
  }

  opened(document: TableDocument): void {
    if (!this.#isAsked || this.#known.has(this.#serving.places.baseOf(document.uri))) return;
    this.#findings.withhold(document);
    void this.#settle(document)
      .then(() => this.settled(document))
      .then(() => this.#findings.release(document));
  }

  /** Reads the settings of the folders again. */
  settleFolders(): void {
    const { places, workspace } = this.#serving;
    const known = this.#known;
    this.#foldersSettled = Promise.all(
      workspace.folders.map(async (folder) => {
        try {
          const section = await this.#section(folder);
          if (known === this.#known) await places.set(folder, section);
        } catch (error) {
          logFailure(this.#serving, folder)(error);
        }
      }),
    ).then(() => {
      workspace.configured();
      this.#tellOfProfiles();
      this.#wake();
    });
  }

  /** The client has other folders open now. */
  changedFolders(folders: readonly string[]): void {
    const { documents, places, workspace } = this.#serving;
    this.#known = new Set();
    workspace.setFolders(folders);
    places.setFolders(folders);
    this.settleFolders();
    for (const document of documents.all()) void this.#settle(document);
  }

  /** @param settings what a client says that cannot be asked */
  async changed(settings: unknown): Promise<void> {
    const { client, documents, places } = this.#serving;
    this.#known = new Set();
    if (!client.configures) {
      this.#told = (settings as { readonly [SECTION]?: unknown } | null)?.[SECTION];
      places.clear();
      places.setFallback(this.#told);
    }
    this.settleFolders();
    const all = documents.all();
    const others = this.#isAsked
      ? await Promise.all(all.map((document) => this.#settle(document)))
      : all.map((document) => this.#configure(document, places.settingsOf(document.uri)));
    await this.#foldersSettled;
    if (others.includes(true)) this.#findings.refresh();
  }

  /** Files of profiles may be others than they were. */
  async readProfilesAgain(): Promise<void> {
    const { documents, places, workspace } = this.#serving;
    const isOther = await places.readAgain();
    this.#tellOfProfiles();
    if (!isOther) return;
    for (const document of documents.all()) this.#configure(document, places.settingsOf(document.uri));
    workspace.configured();
    this.#wake();
    this.#findings.refresh();
  }

  /** Whether tables that are not open are to be checked: our client says it by its settings, others may forbid it. */
  async wantsAll(): Promise<boolean> {
    const section = await this.#section().catch(logFailure(this.#serving, SECTION));
    return wantsWorkspaceDiagnostics(section) ?? !this.#serving.client.isOurs;
  }

  /** The settings of a table are known only some time after it was opened. */
  get #isAsked(): boolean {
    return this.#serving.client.configures || profilePaths(this.#told).length > 0;
  }

  async #section(uri?: string): Promise<unknown> {
    const { client, connection } = this.#serving;
    if (!client.configures) return this.#told;
    return connection.workspace.getConfiguration({ ...(uri !== undefined && { scopeUri: uri }), section: SECTION });
  }

  /** Tells whether the table is read by other settings now. */
  #settle(document: TableDocument): Promise<boolean> {
    const { places } = this.#serving;
    const { uri } = document;
    const base = places.baseOf(uri);
    const known = this.#known;
    let isOther = false;
    const asked = this.#section(uri)
      // An answer from before a change says nothing of the place any more.
      .then((section) => (known === this.#known ? places.set(base, section) : places.settingsOf(uri)))
      .then((settings) => {
        this.#tellOfProfiles();
        // Answers may come in any order; that to the last question counts.
        if (this.#settled.get(document) !== asked) return;
        if (this.#isFollowing) known.add(base);
        isOther = this.#configure(document, settings);
      })
      .catch(logFailure(this.#serving, uri));
    this.#settled.set(document, asked);
    return asked.then(() => {
      if (this.#settled.get(document) === asked) this.#settled.delete(document);
      return isOther;
    });
  }

  /** Reads a table by the settings of its place; what was found by others is stale. */
  #configure(document: TableDocument, settings: TableSettings): boolean {
    const isOpen = this.#serving.documents.get(document.uri) === document;
    if (!isOpen || areSame(settings, document.settings)) return false;
    document.configure(settings);
    this.#findings.tellSoon(document);
    return true;
  }

  #warn(message: string): void {
    const params = { type: MessageType.Warning, message };
    const { connection } = this.#serving;
    connection.sendNotification(ShowMessageNotification.method, params).catch(logFailure(this.#serving, 'message'));
  }

  #tellOfProfiles(): void {
    const { client, places } = this.#serving;
    this.#reports.tell(places, client.language, client.isOurs);
  }
}

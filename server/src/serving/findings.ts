import { CHANGED } from '../protocol.ts';
import type { Refreshes } from '../refreshes.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { logFailure, type Serving, sendFindings } from './serving.ts';

/**
 * Tells the client of what has changed, once no more changes come in. Where the client does not pull, findings are
 * pushed: of each table the latest only.
 */
export class Findings {
  readonly #serving: Serving;
  readonly #refreshes: Refreshes;
  /** Has what is found in all tables of the workspace looked at again. */
  readonly #wake: () => void;
  readonly #changed = new Set<string>();
  /** There were more changes since it was decided to tell of them. */
  #isFresh = false;
  /** There is something to tell our client that it does not know from the edits that it sends. */
  #isNews = false;
  /** Tables whose settings are not there yet: what is found in them may not be so. */
  readonly #withheld = new WeakSet<TableDocument>();
  /** How much had changed in the tables that a table takes in when the client was told last what is found in it. */
  readonly #toldOutside = new WeakMap<TableDocument, number>();
  #isLooking = false;

  constructor(serving: Serving, refreshes: Refreshes, wake: () => void) {
    this.#serving = serving;
    this.#refreshes = refreshes;
    this.#wake = wake;
  }

  /** Nothing is told of a table until it is released. */
  withhold(document: TableDocument): void {
    this.#withheld.add(document);
  }

  release(document: TableDocument): void {
    this.#withheld.delete(document);
    this.tellSoon(document);
  }

  /** A table's text has changed. The client knows; but its pages wait to hear when the server does. */
  edited(document: TableDocument): void {
    if (this.#serving.pages.size > 0) this.#isNews = true;
    this.#noteChanged(document);
  }

  /** A table is there, or is read otherwise. */
  tellSoon(document: TableDocument): void {
    this.#isNews = true;
    this.#noteChanged(document);
  }

  #noteChanged(document: TableDocument): void {
    this.#isFresh = true;
    if (this.#changed.size === 0) this.#serving.host.defer(() => this.#tell());
    this.#changed.add(document.uri);
  }

  /** What is found in a table is being told. */
  noteTold(document: TableDocument): void {
    this.#toldOutside.set(document, document.outside);
  }

  /** A table has changed that others may take in: what was found in these may be stale. */
  changedElsewhere(changed?: TableDocument): void {
    this.#wake();
    const { documents, host } = this.#serving;
    if (this.#isLooking) return;
    if (!documents.all().some((other) => other !== changed && other.includeBlocks.size > 0)) return;
    this.#isLooking = true;
    host.defer(() => {
      this.#isLooking = false;
      this.#tellOfTaking();
    });
  }

  /** A table is not open any more: clients that do not pull are told to forget what was found in it. */
  closed(document: TableDocument): void {
    const { client, connection } = this.#serving;
    if (!client.pulls) sendFindings(connection, document.uri, []);
    this.changedElsewhere(document);
  }

  /** Asks the client to ask again for everything. */
  refresh(): void {
    const { client, connection, documents } = this.#serving;
    if (client.pulls && client.refreshes) {
      void connection.languages.diagnostics.refresh().catch(logFailure(this.#serving, 'refresh'));
    }
    this.#refreshes.all(documents.all());
  }

  #tell(): void {
    const { client, connection, documents, host, workspace } = this.#serving;
    if (this.#isFresh) {
      this.#isFresh = false;
      host.defer(() => this.#tell());
      return;
    }
    const latest = [...this.#changed].flatMap((uri) => documents.get(uri) ?? []);
    this.#changed.clear();
    workspace.look();
    for (const document of client.pulls ? [] : latest) {
      if (!this.#withheld.has(document)) this.#push(document);
    }
    this.#refreshes.changed(latest);
    if (client.isOurs && this.#isNews) void connection.sendNotification(CHANGED);
    this.#isNews = false;
  }

  #push(document: TableDocument): void {
    const { connection, service } = this.#serving;
    try {
      const diagnostics = service.diagnostics(document);
      this.noteTold(document);
      sendFindings(connection, document.uri, diagnostics, document.version);
    } catch (error) {
      logFailure(this.#serving, document.uri)(error);
    }
  }

  /** Tells of the tables that take in what has changed. */
  #tellOfTaking(): void {
    let isStale = false;
    for (const document of this.#serving.documents.all()) {
      if (document.includeBlocks.size === 0) continue;
      const before = this.#toldOutside.get(document);
      if (before === undefined || before === document.outside) continue;
      this.noteTold(document);
      isStale = true;
      this.tellSoon(document);
    }
    if (isStale) this.refresh();
  }
}

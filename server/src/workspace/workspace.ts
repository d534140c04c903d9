import { type Absent, sameFile } from './includes.ts';
import type { TableSettings } from './settings.ts';
import { readTable, TableDocument } from './tableDocument.ts';
import type { Tables } from './tables.ts';

/** What can be told of files besides their text. Each part may be missing where files are out of reach. */
export interface TableFiles {
  /** Another text whenever the file is another; undefined where there is none. */
  stamp?(uri: string): string | undefined;
  /** The tables in some folders and below, each by its URI, as the folders are; not all of them where there are too many. */
  list?(folders: readonly string[]): { readonly uris: readonly string[]; readonly isCut: boolean };
}

/** A table that is not open, as far as somebody has asked for it. */
interface Closed {
  readonly uri: string;
  /** Counts the states that files were found in: another for each text. */
  readonly serial: number;
  readonly stamp: string | undefined;
  /** Why there is no table. */
  readonly absent: Absent | undefined;
  /** The table while somebody needs it; it is read again where it is gone. */
  table: WeakRef<TableDocument> | undefined;
  takes: readonly string[];
  /** When its stamp was looked at last. */
  looked: number;
}

/** So much text of tables that are not open is kept, and so many of them. */
const KEPT_CHARACTERS = 16_000_000;
const KEPT_TABLES = 400;

/** So many tables that are tied to each other are followed. */
const MOST_TIED = 500;

/**
 * The tables that somebody works with, by their URIs: those that are open, and those in the workspace's folders and
 * those that others take in, which are read when somebody asks for them.
 */
export class Workspace implements Tables {
  tick = 0;
  /** The client tells of changes of files in the folders. */
  isWatched = false;
  /** There are more tables in the folders than are looked at. */
  isCut = false;
  readonly #files: TableFiles;
  readonly #settingsOf: ((uri: string) => TableSettings) | undefined;
  readonly #open = new Map<string, TableDocument>();
  readonly #closed = new Map<string, Closed>();
  /** Tables that are not open and were asked for last, the latest at the end. */
  readonly #recent = new Map<string, TableDocument>();
  #recentCharacters = 0;
  #folders: readonly string[] = [];
  /** The tables of the folders by the names of their files; listed when first asked for. */
  #listed: Map<string, string> | undefined;
  #serial = 0;
  readonly #opened = new WeakMap<TableDocument, number>();
  /** Counts the times that somebody asked for something: files that nobody watches may have changed since. */
  #looks = 0;
  #settings: TableSettings | undefined;
  /** Counts the changes of what tables that are not open are read by. */
  #configured = 0;

  /** @param settingsOf by what a table is read that is not open; else as the one that was opened last */
  constructor(files: TableFiles = {}, settingsOf?: (uri: string) => TableSettings) {
    this.#files = files;
    this.#settingsOf = settingsOf;
  }

  /** Opens a table; one that was open under the same URI gives way. */
  open(uri: string, languageId: string, version: number, text: string, settings: TableSettings): TableDocument {
    const document = new TableDocument(uri, languageId, version, text, settings, this);
    this.#settings = settings;
    const name = sameFile(uri);
    this.#open.set(name, document);
    this.#opened.set(document, ++this.#serial);
    this.#forget(name);
    this.touch();
    return document;
  }

  /** Closes a table: what its file says counts again. */
  close(uri: string): void {
    const name = sameFile(uri);
    this.#open.delete(name);
    this.#forget(name);
    this.touch();
  }

  /** A table has changed. */
  touch(): void {
    this.tick++;
  }

  /** Tables that are not open may be read by other settings from now on. */
  configured(): void {
    this.#configured++;
    this.touch();
  }

  /** Somebody asks for something: files that nobody watches are looked at again. */
  look(): void {
    for (const { uri } of this.#closed.values()) {
      if (this.watches(uri)) continue;
      this.#looks++;
      this.touch();
      break;
    }
    if (!this.isWatched) this.#listed = undefined;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** @param folders their URIs */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map((folder) => folder.replace(/\/$/, ''));
    this.#listed = undefined;
    this.touch();
  }

  /** Files have been changed, made or deleted; where a folder is deleted, all that was in it is. */
  filesChanged(changes: readonly { readonly uri: string; readonly isGone: boolean }[]): void {
    for (const { uri, isGone } of changes) {
      const name = sameFile(uri);
      this.#forget(name);
      if (isTable(uri)) {
        if (isGone) this.#listed?.delete(name);
        else if (this.#isInFolders(name)) this.#listed?.set(name, uri);
      } else if (isGone) {
        this.#listed = undefined;
        for (const other of [...this.#closed.keys()]) if (other.startsWith(`${name}/`)) this.#forget(other);
      }
    }
    this.touch();
  }

  /** The table at a URI, open or not; undefined where there is none. */
  table(uri: string): TableDocument | undefined {
    const settings = this.#settingsOf?.(uri) ?? this.#settings;
    const open = this.#open.get(sameFile(uri));
    if (open || !settings) return open;
    const found = this.find(uri, settings);
    return typeof found === 'string' ? undefined : found;
  }

  find(uri: string, asked: TableSettings): TableDocument | Absent {
    const name = sameFile(uri);
    const open = this.#open.get(name);
    if (open) return open;
    const settings = this.#settingsOf?.(uri) ?? this.#settings ?? asked;
    let closed = this.#closed.get(name);
    if (closed && this.#isStale(closed)) {
      this.#forget(name);
      closed = undefined;
    }
    if (closed?.absent) return closed.absent;
    const kept = closed?.table?.deref();
    if (kept) {
      if (kept.settings !== settings) kept.configure(settings);
      this.#keep(name, kept);
      return kept;
    }
    const stamp = closed?.stamp ?? this.#files.stamp?.(uri);
    const found = readTable(uri, settings, this);
    const table = typeof found === 'string' ? undefined : found;
    this.#closed.set(name, {
      uri,
      serial: closed?.serial ?? ++this.#serial,
      stamp,
      absent: typeof found === 'string' ? found : undefined,
      table: table && new WeakRef(table),
      takes: table?.takes ?? [],
      looked: this.#looks,
    });
    if (table) this.#keep(name, table);
    return found;
  }

  #isStale(closed: Closed): boolean {
    if (closed.looked === this.#looks || this.watches(closed.uri) || !this.#files.stamp) return false;
    closed.looked = this.#looks;
    return this.#files.stamp(closed.uri) !== closed.stamp;
  }

  /** Whether the client tells of changes of a file: it lies in one of the folders, and these are watched. */
  watches(uri: string): boolean {
    return this.isWatched && this.#isInFolders(sameFile(uri));
  }

  #isInFolders(name: string): boolean {
    return this.#folders.some((folder) => name.startsWith(`${sameFile(folder)}/`));
  }

  #forget(name: string): void {
    this.#closed.delete(name);
    this.#drop(name);
  }

  #keep(name: string, table: TableDocument): void {
    this.#drop(name);
    this.#recent.set(name, table);
    this.#recentCharacters += table.blocks.length;
    for (const oldest of this.#recent.keys()) {
      if (this.#recentCharacters <= KEPT_CHARACTERS && this.#recent.size <= KEPT_TABLES) break;
      if (oldest !== name) this.#drop(oldest);
    }
  }

  #drop(name: string): void {
    const table = this.#recent.get(name);
    if (!table) return;
    this.#recent.delete(name);
    this.#recentCharacters -= table.blocks.length;
  }

  /** All tables: those that are open, and those in the folders, read one by one as they are asked for. */
  *tables(): Iterable<TableDocument> {
    for (const uri of this.uris()) {
      const table = this.table(uri);
      if (table) yield table;
    }
  }

  /**
   * As many tables as can be looked at again and again, those that are open first: of the others half of what is kept, so
   * that looking at them puts none of them out.
   */
  *atHand(): Iterable<TableDocument> {
    let tables = KEPT_TABLES / 2;
    let characters = KEPT_CHARACTERS / 2;
    for (const uri of this.uris()) {
      if (tables === 0 || characters < 0) return;
      const table = this.table(uri);
      if (!table) continue;
      yield table;
      if (this.isOpen(uri)) continue;
      tables--;
      characters -= table.blocks.length;
    }
  }

  /** The tables that need not be read: those that are open, and those that were read for somebody and are still kept. */
  *kept(): Iterable<TableDocument> {
    yield* this.#open.values();
    for (const { uri } of [...this.#recent.values()]) {
      const table = this.isOpen(uri) ? undefined : this.table(uri);
      if (table) yield table;
    }
  }

  /** The URIs of all tables, those that are open first. */
  uris(): string[] {
    const closed = [...this.#list()].filter(([name]) => !this.#open.has(name));
    return [...[...this.#open.values()].map(({ uri }) => uri), ...closed.map(([, uri]) => uri)];
  }

  #list(): ReadonlyMap<string, string> {
    if (!this.#listed) {
      const { uris, isCut } =
        this.#folders.length > 0 && this.#files.list ? this.#files.list(this.#folders) : { uris: [], isCut: false };
      this.#listed = new Map(uris.map((uri) => [sameFile(uri), uri]));
      this.isCut = isCut;
    }
    return this.#listed;
  }

  /** Whether a table is open. */
  isOpen(uri: string): boolean {
    return this.#open.has(sameFile(uri));
  }

  /**
   * Another text whenever something else may be found in a table: its own text and settings, and those of all that it
   * takes in, count. Undefined where there is no table. Costs nothing to speak of while nothing has changed.
   */
  stateOf(uri: string): string | undefined {
    const table = this.#open.get(sameFile(uri));
    if (table) return `${this.#opened.get(table)}.${table.revision}`;
    const names = new Set<string>();
    const visit = (at: string): string[] => {
      const name = sameFile(at);
      if (names.has(name) || names.size > MOST_TIED) return [];
      names.add(name);
      const open = this.#open.get(name);
      if (open) return [`${this.#opened.get(open)}.${open.lastEdit}`];
      const closed = this.#closedAt(at);
      return closed ? [`${closed.serial}`, ...closed.takes.flatMap(visit)] : ['-'];
    };
    const states = visit(uri);
    if (states[0] === '-' || this.#closed.get(sameFile(uri))?.absent) return undefined;
    return `${this.#configured}.${states.join('+')}`;
  }

  /** What is known of a table that is not open; it is read where nothing is. */
  #closedAt(uri: string): Closed | undefined {
    const name = sameFile(uri);
    const closed = this.#closed.get(name);
    if (closed && !this.#isStale(closed)) return closed;
    this.table(uri);
    return this.#closed.get(name);
  }

  /** A table and those that are tied to it by 引用: that it takes in, or that take it in, and so on. Itself first. */
  tied(document: TableDocument): readonly TableDocument[] {
    const found = new Map([[sameFile(document.uri), document]]);
    const others = this.uris();
    for (const table of found.values()) {
      for (const uri of [...table.takes, ...this.#takersOf(table.uri, others)]) {
        const name = sameFile(uri);
        const other = found.has(name) || found.size >= MOST_TIED ? undefined : this.table(uri);
        if (other) found.set(name, other);
      }
    }
    return [...found.values()];
  }

  /** The tables that take one in. They lie beside it or above: paths lead nowhere else. */
  #takersOf(uri: string, others: readonly string[]): string[] {
    const name = sameFile(uri);
    return others.filter((other) => {
      const file = sameFile(other);
      if (!name.startsWith(file.slice(0, file.lastIndexOf('/') + 1))) return false;
      const takes = this.#open.get(file)?.takes ?? this.#closedAt(other)?.takes ?? [];
      return takes.some((taken) => sameFile(taken) === name);
    });
  }
}

/** Whether a file is a table by its name. */
export function isTable(uri: string): boolean {
  return /\.jxmb$/i.test(uri);
}

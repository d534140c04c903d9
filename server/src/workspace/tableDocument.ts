import { ruleIds } from '../rules/registry.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { BlockPlace, BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import { BlockDocument, type LineAndCharacter } from '../syntax/document.ts';
import { parseBlock } from '../syntax/parseBlock.ts';
import { type Vocabulary, vocabularyOf } from '../syntax/vocabulary.ts';
import { type Head, profileNamedIn, readHead } from '../table/head.ts';
import { includedPath } from '../table/includePath.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit } from '../table/moneyUnit.ts';
import { type Row, readRow } from '../table/row.ts';
import { Checker } from './checker.ts';
import { type Absent, type Inclusion, include, resolveInclude, sameFile } from './includes.ts';
import type { PlacedFinding } from './lastStep.ts';
import type { Rows } from './rows.ts';
import type { TableSettings } from './settings.ts';
import type { Tables } from './tables.ts';
import { Uses } from './uses.ts';

export interface ContentChange {
  /** Absent where the whole text is replaced. */
  readonly range?: { readonly start: LineAndCharacter; readonly end: LineAndCharacter };
  readonly text: string;
}

/** How many rows that were read last are kept. */
const KEPT_ROWS = 64;

/** What a table without head says of itself. */
const NO_HEAD: Head = { department: '', moneyUnit: undefined, year: undefined, hasDepartment: false };

/** Counts the edits of all tables, so that of two states the later one has the greater number. */
let edits = 0;

/**
 * One open table: its text as blocks, and of each block what the checker keeps. It stands behind the interface of the
 * library's `TextDocument`. An edit reads and checks the blocks it touches and nothing else, unless it changes what the
 * head says of the table as a whole.
 */
export class TableDocument implements Rows {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  /** Where the tables that it takes in are found; undefined where they are out of reach. */
  readonly tables: Tables | undefined;
  #settings: TableSettings;
  #blocks: BlockDocument;
  #head: Head;
  #context: RuleContext;
  /** Made when somebody first asks for what it knows. */
  #checker: Checker | undefined;
  #uses: Uses | undefined;
  readonly #rows = new Map<Block, Row>();
  /** The blocks that take in other tables, and where their paths lead; looked for when first needed. */
  #includes: Map<Block, Path> | undefined;
  /** What these came to when the tables were last looked at. */
  readonly #inclusions = new Map<string, Inclusion<TableDocument>>();
  #looked: number | undefined;
  #edit = ++edits;
  #revision = 0;
  #rewrites = 0;
  #outside = 0;

  /** @param tables where those that it takes in are found; without it they are read by the settings */
  constructor(
    uri: string,
    languageId: string,
    version: number,
    text: string,
    settings: TableSettings,
    tables: Tables | undefined = settings.readTable && new OwnTables(),
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.tables = tables;
    this.#settings = settings;
    this.#blocks = new BlockDocument(text, vocabularyOf(settings.profile));
    this.#blocks = this.#blocksInProfile();
    this.#head = this.#readHead();
    this.#context = this.#makeContext();
  }

  get blocks(): BlockDocument {
    return this.#blocks;
  }

  get sequence(): BlockSequence {
    return this.#blocks.blocks;
  }

  get context(): RuleContext {
    return this.#context;
  }

  get settings(): TableSettings {
    return this.#settings;
  }

  /** Reads and checks the table by other settings from now on. */
  configure(settings: TableSettings): void {
    this.#settings = settings;
    this.#changed();
    this.#readAgain();
  }

  /** What the table says of itself as a whole. */
  get head(): Head {
    return this.#head;
  }

  get lineCount(): number {
    return this.blocks.lineCount;
  }

  getText(range?: { start: LineAndCharacter; end: LineAndCharacter }): string {
    return range ? this.blocks.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.blocks.text;
  }

  offsetAt(position: LineAndCharacter): number {
    return this.blocks.offsetAt(position);
  }

  positionAt(offset: number): LineAndCharacter {
    return this.blocks.positionAt(offset);
  }

  update(changes: readonly ContentChange[], version: number): void {
    this.version = version;
    for (const { range, text } of changes) {
      if (!range || range.start.line !== range.end.line) this.#rewrites++;
      if (range) this.edit(this.offsetAt(range.start), this.offsetAt(range.end), text);
      else this.edit(0, this.blocks.length, text);
    }
  }

  /**
   * Counts the changes of more than one line. An editor may have lost what it showed there, even where the text is in part
   * what it was.
   */
  get rewrites(): number {
    return this.#rewrites;
  }

  /** Replaces the text between two offsets. */
  edit(start: number, end: number, text: string): void {
    const change = this.blocks.edit(start, end, text);
    this.#changed();
    for (const block of change.removed) this.#rows.delete(block);
    if (this.#includes) {
      for (const block of change.removed) this.#includes.delete(block);
      for (const block of change.added) if (block.kind === 'include') this.#includes.set(block, this.#pathOf(block));
    }
    const headChanged = change.removed[0]?.kind === 'head' || change.added[0]?.kind === 'head';
    const { moneyUnit, year } = this.#head;
    if (headChanged) this.#head = this.#readHead();
    const isSame = !headChanged || this.#vocabulary() === this.blocks.vocabulary;
    if (isSame && this.#head.moneyUnit === moneyUnit && this.#head.year === year) {
      this.#checker?.change(change);
      this.#uses?.change(change);
    } else this.#readAgain();
  }

  #changed(): void {
    this.#edit = ++edits;
    this.#revision++;
    this.tables?.touch();
  }

  #readAgain(): void {
    this.#blocks = this.#blocksInProfile();
    this.#head = this.#readHead();
    this.#context = this.#makeContext();
    this.#rows.clear();
    this.#includes = undefined;
    this.#looked = undefined;
    this.#checker = undefined;
    this.#uses = undefined;
  }

  /** Counts the changes of what is found here: edits, other settings, changes of the tables that are taken in. */
  get revision(): number {
    return this.#revision + this.outside;
  }

  /** Counts the changes of what is found here that came from the tables that are taken in. */
  get outside(): number {
    if (this.includeBlocks.size > 0) this.checker.follow();
    return this.#outside;
  }

  /** The tables that are taken in have changed. */
  noteOutside(): void {
    this.#outside++;
  }

  /** The number of the last edit, here or in a table that is taken in; later edits have greater numbers. */
  get lastEdit(): number {
    return Math.max(this.#edit, this.lastEditOutside);
  }

  /** The same of the tables that are taken in. */
  get lastEditOutside(): number {
    let last = 0;
    for (const block of this.includeBlocks.keys()) last = Math.max(last, this.inclusionOf(block).table?.lastEdit ?? 0);
    return last;
  }

  /** The row of a block: read when asked for, and kept only for a while. */
  row(block: Block): Row {
    let row = this.#rows.get(block);
    if (!row) {
      row = this.freshRow(block, block.text);
      if (this.#rows.size >= KEPT_ROWS) this.#rows.delete(this.#rows.keys().next().value as Block);
      this.#rows.set(block, row);
    }
    return row;
  }

  freshRow({ kind }: Block, text: string): Row {
    const { vocabulary } = this.blocks;
    return readRow(text, parseBlock(kind, text, vocabulary), vocabulary, this.#context.moneyUnit);
  }

  /** The block that holds an offset, and where it starts. */
  placeAt(offset: number): BlockPlace | undefined {
    return this.sequence.atOffset(offset);
  }

  /** Where a block of this document stands. */
  placeOf(block: Block): BlockPlace {
    return this.sequence.placeOf(block);
  }

  /** What is wrong, and what the amounts add up to. */
  get checker(): Checker {
    this.#checker ??= new Checker(this);
    return this.#checker;
  }

  /** What is written in it, for those who write more of the same. */
  get uses(): Uses {
    this.#uses ??= new Uses(this);
    return this.#uses;
  }

  /** All findings that no comment suppresses, in the order of the text; looked for once after each edit. */
  findings(): readonly PlacedFinding[] {
    return this.checker.findings();
  }

  #readHead(): Head {
    const head = this.sequence.first();
    if (head?.kind !== 'head') return NO_HEAD;
    return readHead(head.text, parseBlock(head.kind, head.text, this.blocks.vocabulary));
  }

  #blocksInProfile(): BlockDocument {
    const vocabulary = this.#vocabulary();
    return vocabulary === this.#blocks.vocabulary ? this.#blocks : new BlockDocument(this.#blocks.text, vocabulary);
  }

  /** The words of the profile that the head names, else of the settings'. */
  #vocabulary(): Vocabulary {
    const { profile, profiles } = this.#settings;
    const named = profileNamedIn(this.sequence.first()?.text ?? '', this.#blocks.vocabulary);
    return vocabularyOf(profiles.get(named ?? '') ?? profile);
  }

  #makeContext(): RuleContext {
    return {
      vocabulary: this.#blocks.vocabulary,
      moneyUnit: this.#head.moneyUnit ?? DEFAULT_MONEY_UNIT,
      year: this.#head.year,
      strict: this.#settings.strict,
      ruleIds,
      profiles: this.#settings.profiles,
      failedProfiles: this.#settings.failedProfiles,
      included: this.tables && ((path) => this.#include(resolveInclude(this.uri, path)).problem),
    };
  }

  /** The money unit that the head names. */
  get statedMoneyUnit(): MoneyUnit | undefined {
    return this.#head.moneyUnit;
  }

  /** Whether the head names a department. */
  get hasDepartment(): boolean {
    return this.#head.hasDepartment;
  }

  /** The paths of the tables that this one takes in, as written. */
  get includes(): string[] {
    return [...this.includeBlocks.values()].map(({ path }) => path);
  }

  /** Where these paths lead. */
  get takes(): string[] {
    return [...this.includeBlocks.values()].flatMap(({ uri }) => uri ?? []);
  }

  /** The blocks that take in other tables, with the paths that they name. */
  get includeBlocks(): ReadonlyMap<Block, Path> {
    if (!this.#includes) {
      this.#includes = new Map();
      for (const block of this.sequence) if (block.kind === 'include') this.#includes.set(block, this.#pathOf(block));
    }
    return this.#includes;
  }

  #pathOf(block: Block): Path {
    const { vocabulary } = this.#blocks;
    const tree = parseBlock(block.kind, block.text, vocabulary);
    const [path = ''] = includedPath({ tree }, block.text);
    return { path, uri: path === '' ? undefined : resolveInclude(this.uri, path) };
  }

  /** What a block comes to that takes in another table. */
  inclusionOf(block: Block): Inclusion<TableDocument> {
    return this.#include(this.includeBlocks.get(block)?.uri);
  }

  #include(uri: string | undefined): Inclusion<TableDocument> {
    const { tables } = this;
    if (uri === undefined || !tables) return {};
    if (this.#looked !== tables.tick) {
      this.#inclusions.clear();
      this.#looked = tables.tick;
    }
    let inclusion = this.#inclusions.get(uri);
    if (!inclusion) {
      inclusion = include<TableDocument>(this, uri, (other) => tables.find(other, this.#settings));
      this.#inclusions.set(uri, inclusion);
    }
    return inclusion;
  }
}

/** A path to another table, and where it leads; undefined where it leads nowhere that may be read. */
export interface Path {
  readonly path: string;
  readonly uri: string | undefined;
}

/** Reads a file as a table. */
export function readTable(uri: string, settings: TableSettings, tables: Tables): TableDocument | Absent {
  const text = settings.readTable ? settings.readTable(uri) : null;
  if (typeof text === 'string') return new TableDocument(uri, 'jxmb', 0, text, settings, tables);
  return text === undefined ? 'missing' : text === null ? 'unreachable' : text.problem;
}

/** The files that one table takes in, each read once. */
class OwnTables implements Tables {
  tick = 0;
  readonly #found = new Map<string, TableDocument | Absent>();

  find(uri: string, settings: TableSettings): TableDocument | Absent {
    const found = this.#found.get(sameFile(uri)) ?? readTable(uri, settings, this);
    this.#found.set(sameFile(uri), found);
    return found;
  }

  touch(): void {
    this.tick++;
  }
}

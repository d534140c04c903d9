import { ruleIds } from '../rules/registry.ts';
import type { IncludeProblem, RuleContext } from '../rules/rule.ts';
import type { BlockPlace, BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import { BlockDocument, type LineAndCharacter } from '../syntax/document.ts';
import { parseBlock } from '../syntax/parseBlock.ts';
import { type Vocabulary, vocabularyOf } from '../syntax/vocabulary.ts';
import { type Head, profileNamedIn, readHead } from '../table/head.ts';
import { includedPath } from '../table/includePath.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit } from '../table/moneyUnit.ts';
import { type Row, readRow } from '../table/row.ts';
import { Checker, type PlacedFinding, type Rows } from './checker.ts';
import { includeProblem } from './includes.ts';
import type { TableSettings } from './settings.ts';
import { Uses } from './uses.ts';

export interface ContentChange {
  /** Absent where the whole text is replaced. */
  readonly range?: { readonly start: LineAndCharacter; readonly end: LineAndCharacter };
  readonly text: string;
}

/** How many rows that were read last are kept. */
const KEPT_ROWS = 64;

/** What a table without head says of itself. */
const NO_HEAD: Head = { department: '', moneyUnit: undefined, year: undefined };

/**
 * One open table: its text as blocks, and of each block what the checker keeps. It stands behind the interface of the
 * library's `TextDocument`. An edit reads and checks the blocks it touches and nothing else, unless it changes what the
 * head says of the table as a whole.
 */
export class TableDocument implements Rows {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  #settings: TableSettings;
  #blocks: BlockDocument;
  #head: Head;
  #context: RuleContext;
  /** Made when somebody first asks for what it knows. */
  #checker: Checker | undefined;
  #uses: Uses | undefined;
  readonly #rows = new Map<Block, Row>();

  constructor(uri: string, languageId: string, version: number, text: string, settings: TableSettings) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
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
      if (range) this.edit(this.offsetAt(range.start), this.offsetAt(range.end), text);
      else this.edit(0, this.blocks.length, text);
    }
  }

  /** Replaces the text between two offsets. */
  edit(start: number, end: number, text: string): void {
    const change = this.blocks.edit(start, end, text);
    for (const block of change.removed) this.#rows.delete(block);
    const headChanged = change.removed[0]?.kind === 'head' || change.added[0]?.kind === 'head';
    const head = headChanged ? this.#readHead() : this.#head;
    const { moneyUnit, year } = this.#head;
    const isSame = !headChanged || this.#vocabulary() === this.blocks.vocabulary;
    if (isSame && head.moneyUnit === moneyUnit && head.year === year) {
      this.#head = head;
      this.#checker?.change(change);
      this.#uses?.change(change);
    } else this.#readAgain();
  }

  #readAgain(): void {
    this.#blocks = this.#blocksInProfile();
    this.#head = this.#readHead();
    this.#context = this.#makeContext();
    this.#rows.clear();
    this.#checker = undefined;
    this.#uses = undefined;
  }

  /** The row of a block: read when asked for, and kept only for a while. */
  row(block: Block): Row {
    let row = this.#rows.get(block);
    if (!row) {
      const { vocabulary } = this.blocks;
      row = readRow(block.text, parseBlock(block.kind, block.text, vocabulary), vocabulary, this.#context.moneyUnit);
      if (this.#rows.size >= KEPT_ROWS) this.#rows.delete(this.#rows.keys().next().value as Block);
      this.#rows.set(block, row);
    }
    return row;
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
      included: this.#settings.readTable && ((path) => this.#included(path)),
    };
  }

  #included(path: string): IncludeProblem | undefined {
    return includeProblem(this, path, (uri) => {
      const text = this.#settings.readTable?.(uri);
      return typeof text === 'string' ? new TableDocument(uri, this.languageId, 0, text, this.#settings) : text;
    });
  }

  /** The money unit that the head names. */
  get statedMoneyUnit(): MoneyUnit | undefined {
    return this.#head.moneyUnit;
  }

  /** The paths of the tables that this one takes in, as written. */
  get includes(): string[] {
    return [...this.sequence].flatMap((block) =>
      block.kind === 'include' ? includedPath(this.row(block), block.text) : [],
    );
  }
}

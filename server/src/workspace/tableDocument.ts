import type { Profile } from '../profile/profile.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { BlockPlace, BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import { BlockDocument, type LineAndCharacter } from '../syntax/document.ts';
import { parseBlock } from '../syntax/parseBlock.ts';
import { lineText } from '../syntax/text.ts';
import { vocabularyOf } from '../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit, readMoneyUnit } from '../table/moneyUnit.ts';
import { type Row, readRow } from '../table/row.ts';
import { Checker, type PlacedFinding, type Rows } from './checker.ts';

export interface ContentChange {
  /** Absent where the whole text is replaced. */
  readonly range?: { readonly start: LineAndCharacter; readonly end: LineAndCharacter };
  readonly text: string;
}

/** How many rows that were read last are kept. */
const KEPT_ROWS = 64;

/**
 * One open table: its text as blocks, and of each block what the checker keeps. It stands behind the interface of the
 * library's `TextDocument`. An edit reads and checks the blocks it touches and nothing else, unless it changes the
 * money unit.
 */
export class TableDocument implements Rows {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  readonly blocks: BlockDocument;
  #moneyUnit: MoneyUnit;
  /** Made when somebody first asks for what it knows. */
  #checker: Checker | undefined;
  readonly #rows = new Map<Block, Row>();

  constructor(uri: string, languageId: string, version: number, text: string, profile: Profile) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.blocks = new BlockDocument(text, vocabularyOf(profile));
    this.#moneyUnit = this.#readMoneyUnit();
  }

  get sequence(): BlockSequence {
    return this.blocks.blocks;
  }

  get context(): RuleContext {
    return { vocabulary: this.blocks.vocabulary, moneyUnit: this.#moneyUnit };
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
    const moneyUnit = headChanged ? this.#readMoneyUnit() : this.#moneyUnit;
    if (moneyUnit === this.#moneyUnit) {
      this.#checker?.change(change);
      return;
    }
    this.#moneyUnit = moneyUnit;
    this.#rows.clear();
    this.#checker = undefined;
  }

  /** The row of a block: read when asked for, and kept only for a while. */
  row(block: Block): Row {
    let row = this.#rows.get(block);
    if (!row) {
      const { vocabulary } = this.blocks;
      row = readRow(block.text, parseBlock(block.kind, block.text, vocabulary), vocabulary, this.#moneyUnit);
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

  /** All findings that no comment suppresses, in the order of the text. */
  findings(): PlacedFinding[] {
    return this.checker.findings();
  }

  #readMoneyUnit(): MoneyUnit {
    const head = this.sequence.first();
    if (head?.kind !== 'head') return DEFAULT_MONEY_UNIT;
    const tree = parseBlock(head.kind, head.text, this.blocks.vocabulary);
    for (const part of tree.parts) {
      if (part.type !== 'field' || part.role !== 'moneyUnit') continue;
      const unit = readMoneyUnit(lineText(head.text, part.text));
      if (unit) return unit;
    }
    return DEFAULT_MONEY_UNIT;
  }
}

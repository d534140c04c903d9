import type { OtherTable, PlacedKey, Related, RuleContext } from '../rules/rule.ts';
import type { BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import type { Row } from '../table/row.ts';
import type { Given } from '../table/takenIn.ts';
import type { Inclusion } from './includes.ts';
import type { TableSettings } from './settings.ts';

/** What the checker asks of the document it belongs to. */
export interface Rows extends OtherTable {
  readonly sequence: BlockSequence;
  readonly context: RuleContext;
  readonly settings: TableSettings;
  row(block: Block): Row;
  /** The same, for one of many that are looked at once: it is not kept. `text` is the block's. */
  freshRow(block: Block, text: string): Row;
  /** Whether the head names a department. */
  readonly hasDepartment: boolean;
  /** Where the tables that it takes in are found. */
  readonly tables: { readonly tick: number } | undefined;
  /** The blocks that take in other tables, with the paths that they name. */
  readonly includeBlocks: ReadonlyMap<Block, { readonly path: string }>;
  /** What such a block comes to. */
  inclusionOf(block: Block): Inclusion<TakenTable>;
  /** The number of the last edit, here or in a table that is taken in. */
  readonly lastEdit: number;
  /** The same of the tables that are taken in. */
  readonly lastEditOutside: number;
  /** What is found has changed because of the tables that are taken in. */
  noteOutside(): void;
}

/** A table that another takes in. */
export interface TakenTable extends OtherTable {
  readonly context: RuleContext;
  readonly checker: AnswersTakers;
}

/** Answers what those ask who take the table in. Each answer counts the tables that it takes in itself. */
export interface AnswersTakers {
  /** What the table gives to their sums and keys; undefined where it holds two versions of something. */
  given(): Given | undefined;
  /** Who has a key first. */
  holderOf(same: string): Holder | undefined;
  /** The amounts of a column that the whole table is the sum of, in order. */
  addends(column: number): Iterable<Related>;
}

/** Where a key stands, and where the row of the table that was asked begins. */
export type Holder = PlacedKey & { readonly offset: number };

import type { Finding, Language } from '../rules/rule.ts';
import type { Block } from '../syntax/blocks.ts';
import type { Row } from '../table/row.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import type { Html } from './html.ts';

/** The ways to show a table. */
export const VIEW_IDS = ['list', 'structured', 'budget', 'coverage'] as const;
export type ViewId = (typeof VIEW_IDS)[number];

/** A row of the page: a block of the table, or of one that it takes in. */
export interface ShownBlock {
  readonly table: TableDocument;
  readonly block: Block;
}

/** The same with what is shown of it. */
export interface ShownRow extends ShownBlock {
  readonly row: Row;
  readonly findings: readonly Finding[];
  readonly language: Language;
  /** The page stands for itself: nothing of it leads back to the text, and nothing that is found is marked. */
  readonly isAlone: boolean;
}

/** A way to show a table: what stands at the head of its columns, and how a block is shown. All of it pure. */
export interface View {
  /** The rows of the `<thead>`. */
  head(table: TableDocument, language: Language): Html;
  /** How many columns there are. */
  columns(table: TableDocument): number;
  /** The page's rows that show a block (`<tr>`); empty where this view leaves it out. */
  row(shown: ShownRow): Html | undefined;
  /** Whether a block is shown at all; told without reading it. */
  shows(block: Block): boolean;
  /** About how many lines of text a block takes; told without reading it. */
  height(block: Block): number;
  /**
   * What a row shows besides the block, its findings and the language, such as sums elsewhere: it is written anew where
   * one of these is another than it was.
   */
  given?(shown: ShownBlock): readonly unknown[];
}

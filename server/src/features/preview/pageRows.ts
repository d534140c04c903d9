import type { View } from '../../render/view.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import type { PageBlocks } from './pageBlocks.ts';

/** The rows that a page lists: a block each, and how many lines of the table's own text each stands for. */
export interface PageRows {
  readonly blocks: readonly Block[];
  /** Lines of blocks that are not shown count for the row before them. */
  readonly lines: readonly number[];
  /** Lines before the first row. */
  readonly leading: number;
}

/**
 * The rows of a page that shows blocks of a table in their order.
 * @param chosen those that are shown; all where it is undefined
 */
export function pageRows(
  table: TableDocument,
  { blocks: all, tableOf }: PageBlocks,
  view: View,
  chosen: ReadonlySet<Block> | undefined,
): PageRows {
  const blocks: Block[] = [];
  const lines: number[] = [];
  let leading = 0;
  for (const block of all) {
    const own = tableOf(block) === table ? block.lineEnds : 0;
    if (view.shows(block) && (!chosen || chosen.has(block))) {
      blocks.push(block);
      lines.push(own);
    } else if (lines.length === 0) leading += own;
    else lines[lines.length - 1] = (lines[lines.length - 1] as number) + own;
  }
  return { blocks, lines, leading };
}

/** The same rows in another order: no line of the text stands beside one of them. */
export function orderedRows(blocks: readonly Block[]): PageRows {
  return { blocks, lines: blocks.map(() => 0), leading: 0 };
}

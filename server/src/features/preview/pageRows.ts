import type { View } from '../../render/view.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import type { PageBlocks } from './pageBlocks.ts';

/** The rows that a page lists, a block each. */
export interface PageRows {
  readonly blocks: readonly Block[];
  /** Lines before the first row. */
  readonly leading: number;
  /** Lines of blocks that are not shown count for the row before them. */
  readonly linesBehind: ReadonlyMap<Block, number>;
  /** How many lines of the table's own text a row stands for by itself. */
  linesOf(block: Block): number;
}

const NONE: ReadonlyMap<Block, number> = new Map();

/**
 * The rows of a page that shows blocks of a table in their order. Where all are shown but the head, it costs no more than
 * a look at each.
 * @param chosen those that are shown; all where it is undefined
 */
export function pageRows(
  table: TableDocument,
  { blocks: all, tableOf }: PageBlocks,
  view: View,
  chosen: ReadonlySet<Block> | undefined,
): PageRows {
  const linesOf = (block: Block) => (tableOf(block) === table ? block.lineEnds : 0);
  const isShown = (block: Block) => view.shows(block) && (!chosen || chosen.has(block));
  const first = all.findIndex(isShown);
  const leading = (first < 0 ? all : all.slice(0, first)).reduce((sum, block) => sum + linesOf(block), 0);
  if (first < 0) return { blocks: [], leading, linesBehind: NONE, linesOf };
  if (!all.some((block, i) => i > first && !isShown(block))) {
    return { blocks: first === 0 ? all : all.slice(first), leading, linesBehind: NONE, linesOf };
  }
  const blocks: Block[] = [];
  const linesBehind = new Map<Block, number>();
  for (let i = first; i < all.length; i++) {
    const block = all[i] as Block;
    if (isShown(block)) blocks.push(block);
    else {
      const before = blocks.at(-1) as Block;
      linesBehind.set(before, (linesBehind.get(before) ?? 0) + linesOf(block));
    }
  }
  return { blocks, leading, linesBehind, linesOf };
}

/** The same rows in another order: no line of the text stands beside one of them. */
export function orderedRows(blocks: readonly Block[]): PageRows {
  return { blocks, leading: 0, linesBehind: NONE, linesOf: () => 0 };
}

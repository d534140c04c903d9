import type { View } from '../../render/view.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import type { PageBlock } from './pageBlocks.ts';

/** The rows that a page lists: a block each, and how many lines of the table's own text each stands for. */
export interface PageRows {
  readonly blocks: readonly PageBlock[];
  /** Lines of blocks that are not shown count for the row before them. */
  readonly lines: readonly number[];
  /** Lines before the first row. */
  readonly leading: number;
}

/** The rows of a page that shows some blocks of a table in their order. */
export function pageRows(
  table: TableDocument,
  all: readonly PageBlock[],
  view: View,
  isChosen: (block: PageBlock) => boolean,
): PageRows {
  const blocks: PageBlock[] = [];
  const lines: number[] = [];
  let leading = 0;
  for (const one of all) {
    const own = one.table === table ? one.block.lineEnds : 0;
    if (view.shows(one.block) && isChosen(one)) {
      blocks.push(one);
      lines.push(own);
    } else if (lines.length === 0) leading += own;
    else lines[lines.length - 1] = (lines[lines.length - 1] as number) + own;
  }
  return { blocks, lines, leading };
}

/** The same rows in another order: no line of the text stands beside one of them. */
export function orderedRows(blocks: readonly PageBlock[]): PageRows {
  return { blocks, lines: blocks.map(() => 0), leading: 0 };
}

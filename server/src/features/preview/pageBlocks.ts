import type { ShownBlock } from '../../render/view.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';

/** A block that a page may show. */
export type PageBlock = ShownBlock;

/** A block never changes: the same object stands for it in every list, so that lists are compared by what is in them. */
const kept = new WeakMap<Block, PageBlock>();

/**
 * The blocks of a table in order; after one that takes in another table the rows of that one, once for each table. Costs
 * little for each block.
 */
export function pageBlocks(table: TableDocument): PageBlock[] {
  const blocks: PageBlock[] = [];
  if (table.includeBlocks.size === 0) {
    for (const block of table.sequence) blocks.push(pageBlock(table, block));
    return blocks;
  }
  const taken = new Set([table]);
  for (const block of table.sequence) {
    blocks.push(pageBlock(table, block));
    if (block.kind === 'include') takeIn(table, block, blocks, taken);
  }
  return blocks;
}

function takeIn(table: TableDocument, include: Block, blocks: PageBlock[], taken: Set<TableDocument>): void {
  const other = table.inclusionOf(include).table;
  if (!other || taken.has(other)) return;
  taken.add(other);
  for (const block of other.sequence) {
    if (block.kind === 'include') takeIn(other, block, blocks, taken);
    else if (block.kind !== 'head' && block.kind !== 'total') blocks.push(pageBlock(other, block));
  }
}

function pageBlock(table: TableDocument, block: Block): PageBlock {
  const known = kept.get(block);
  if (known?.table === table) return known;
  const made = { table, block };
  kept.set(block, made);
  return made;
}

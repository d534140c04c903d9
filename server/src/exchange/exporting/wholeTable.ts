import type { ShownBlock } from '../../render/view.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';

/** A row, and for one of a table that is taken in the row that takes that one in. */
export interface WholeRow extends ShownBlock {
  readonly from?: Block;
}

/**
 * The rows of a table and of all that it takes in, as one table has them. Projects that stand behind a table taken in
 * belong to the unit before it: the units of that table come after them, so that each project stands below its own.
 * An include stays where the other table cannot be taken in.
 */
export function wholeTable(table: TableDocument): WholeRow[] {
  return rowsOf(table, new Set([table]));
}

function rowsOf(table: TableDocument, seen: Set<TableDocument>): WholeRow[] {
  const rows: WholeRow[] = [];
  let waiting: WholeRow[] = [];
  const goOn = () => {
    for (const row of waiting) rows.push(row);
    waiting = [];
  };
  for (const block of table.sequence) {
    const other = block.kind === 'include' ? table.inclusionOf(block).table : undefined;
    if (block.kind === 'unit' || block.kind === 'total') goOn();
    if (!other) rows.push({ table, block });
    else if (!seen.has(other)) {
      seen.add(other);
      const taken = rowsOf(other, seen)
        .filter((row) => row.block.kind !== 'head' && row.block.kind !== 'total')
        .map((row) => ({ ...row, from: block }));
      const firstUnit = taken.findIndex((row) => row.block.kind === 'unit');
      const loose = firstUnit < 0 ? taken : taken.slice(0, firstUnit);
      for (const row of loose) rows.push(row);
      for (const row of taken.slice(loose.length)) waiting.push(row);
    }
  }
  goOn();
  return rows;
}

import type { Block } from '../../syntax/blocks.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';

/** The blocks that a page may show, and whose they are. */
export interface PageBlocks {
  readonly blocks: readonly Block[];
  /** The table itself, and those that it takes in. */
  readonly tables: ReadonlySet<TableDocument>;
  tableOf(block: Block): TableDocument;
}

/** The blocks of a table in order; after one that takes in another table the rows of that one, once for each table. */
export function pageBlocks(table: TableDocument): PageBlocks {
  const own = table.sequence.list();
  if (table.includeBlocks.size === 0) return { blocks: own, tables: new Set([table]), tableOf: () => table };
  const taken = new Taken(table);
  const blocks = own.flatMap((block) => (block.kind === 'include' ? [block, ...taken.take(table, block)] : block));
  return { blocks, tables: taken.tables, tableOf: (block) => taken.tableOf.get(block) ?? table };
}

/** What is taken in, as the department's table has it: units and projects, without heads and totals of their own. */
class Taken {
  readonly tables: Set<TableDocument>;
  readonly tableOf = new Map<Block, TableDocument>();

  constructor(table: TableDocument) {
    this.tables = new Set([table]);
  }

  take(table: TableDocument, include: Block): Block[] {
    const other = table.inclusionOf(include).table;
    if (!other || this.tables.has(other)) return [];
    this.tables.add(other);
    return other.sequence.list().flatMap((block) => {
      if (block.kind === 'include') return this.take(other, block);
      if (block.kind === 'head' || block.kind === 'total') return [];
      this.tableOf.set(block, other);
      return block;
    });
  }
}

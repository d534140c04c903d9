import type { Flow, FlowRow, FlowTable } from '../flow.ts';

/** What a page holds; of tables that are drawn also where their columns are parted. */
export interface PageFlow {
  readonly flow: Flow;
  readonly columns: ReadonlyMap<FlowTable, readonly number[]>;
}

/** Nothing but the number of a page: `- 3 -`, `第 3 页 共 9 页`, `3/9`, `Page 3`. */
const PAGE_NUMBER = /^[-—–·\s]*(?:第|Page)?\s*\d{1,4}\s*页?[-—–·\s]*(?:[/,，]?\s*共?\s*\d{1,4}\s*页?)?$/;
const NEAR = 3;
const HEAD_ROWS = 6;

/** One flow of all pages. A table that goes on over pages is one, its head repeated on each page is taken once. */
export function joinPages(pages: readonly PageFlow[]): Flow {
  const joined: Flow = [];
  let last: { table: FlowTable; columns: readonly number[] } | undefined;
  for (const { flow, columns } of pages) {
    const items = flow.filter((item) => typeof item !== 'string' || !PAGE_NUMBER.test(item));
    const first = items[0];
    const firstColumns = first && typeof first !== 'string' ? columns.get(first) : undefined;
    if (last && first && typeof first !== 'string' && firstColumns && isSame(last.columns, firstColumns)) {
      goOn(last.table, first);
      items.shift();
    }
    joined.push(...items);
    if (items.length === 0) continue;
    const end = items.at(-1);
    const endColumns = end && typeof end !== 'string' ? columns.get(end) : undefined;
    last = end && typeof end !== 'string' && endColumns ? { table: end, columns: endColumns } : undefined;
  }
  return joined;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] as number)) < NEAR);
}

function goOn(table: FlowTable, next: FlowTable): void {
  let repeated = 0;
  while (repeated < HEAD_ROWS && isRepeated(table.rows[repeated], next.rows[repeated])) repeated++;
  const offset = (table.rows.at(-1)?.number ?? 0) - repeated;
  next.rows.slice(repeated).forEach(({ number, cells }, i) => {
    table.rows.push({ number: number + offset, cells, ...(i === 0 && { startsPage: true as const }) });
  });
}

function isRepeated(row: FlowRow | undefined, again: FlowRow | undefined): boolean {
  return row !== undefined && again !== undefined && said(row) === said(again);
}

function said({ cells }: FlowRow): string {
  return JSON.stringify(cells.map(({ column, columns, rows, flow }) => [column, columns, rows, flow]));
}

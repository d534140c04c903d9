import type { Grid, GridCell, GridRow } from '../grid.ts';
import type { RowRole } from '../rowRole.ts';
import type { Budget } from './budget.ts';

/** What stands one below the other in a document or in a cell: lines of text, and tables. */
export type Flow = (string | FlowTable)[];

export interface FlowTable {
  readonly rows: FlowRow[];
}

export interface FlowRow {
  readonly number: number;
  readonly cells: FlowCell[];
  readonly role?: RowRole | undefined;
  readonly startsPage?: true;
}

export interface FlowCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly flow: Flow;
  /** The number that the cell holds, where the file says so. */
  readonly number?: Pick<GridCell, 'text' | 'isNumber' | 'isPercent'>;
}

/**
 * The tables of a document in their order, with the lines between them. A table in a cell of another follows it; where
 * tables only serve to arrange others on a page, the others count, and what stands beside them is lines of text.
 */
export function gridsOf(flow: Flow, budget: Budget): Grid[] {
  const grids: Grid[] = [];
  let lines: string[] = [];
  for (const item of dissolve(flow)) {
    if (typeof item === 'string') {
      budget.text(item);
      lines.push(item);
      continue;
    }
    budget.grid();
    grids.push({ above: lines, rows: item.rows.flatMap((row) => gridRow(row, budget)) });
    lines = [];
  }
  const last = grids.pop();
  if (last) return [...grids, lines.length > 0 ? { ...last, below: lines } : last];
  return lines.length > 0 ? [{ above: lines, rows: [] }] : [];
}

function gridRow({ number, cells, role, startsPage }: FlowRow, budget: Budget): GridRow[] {
  const filled = cells.flatMap((cell) => {
    const { column, columns, rows } = cell;
    const content = cell.number ?? { text: linesOf(cell.flow).join('\n') };
    if (content.text === '') return [];
    budget.cell();
    budget.text(content.text);
    return [{ column, ...content, ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) }];
  });
  if (filled.length === 0) return [];
  budget.row();
  return [{ number, cells: filled, ...(role && { role }), ...(startsPage && { startsPage }) }];
}

function linesOf(flow: Flow): string[] {
  return flow.filter((item) => typeof item === 'string');
}

/** Puts what tables hold in their cells in its place in the flow: lines and tables that lie in no other. */
function dissolve(flow: Flow): Flow {
  return flow.flatMap((item): Flow => {
    if (typeof item === 'string') return [item];
    const cells = item.rows.flatMap((row) => row.cells);
    const inner = cells.flatMap(({ flow: own }) => own.filter((part) => typeof part !== 'string'));
    if (inner.length === 0) return cells.some(isFilled) ? [item] : [];
    if (item.rows.every((row) => row.cells.filter(isFilled).length <= 1))
      return cells.flatMap((cell) => dissolve(cell.flow));
    return [item, ...dissolve(inner)];
  });
}

function isFilled({ flow, number }: FlowCell): boolean {
  return number !== undefined || flow.some((item) => typeof item !== 'string' || item !== '');
}

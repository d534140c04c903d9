import type { FlowRow, FlowTable } from '../flow.ts';
import { cellLines } from './cellLines.ts';
import type { Lattice, LatticeCell } from './lattice.ts';
import { stretchAt } from './places.ts';
import { cutText, type Text } from './texts.ts';

export function isInside({ xs, ys }: Lattice, { x, y, width, size }: Text): boolean {
  const middle = x + width / 2;
  const height = y - size / 3;
  return (
    middle > (xs[0] as number) &&
    middle < (xs.at(-1) as number) &&
    height > (ys[0] as number) &&
    height < (ys.at(-1) as number)
  );
}

/** Puts texts into the cells that they stand in. */
export function ruledTable(lattice: Lattice, texts: readonly Text[]): FlowTable {
  const content = new Map<LatticeCell, Text[]>(lattice.cells.map((cell) => [cell, []]));
  for (const text of texts) {
    for (const { cell, part } of placed(lattice, text)) content.get(cell)?.push(part);
  }
  const rows: FlowRow[] = lattice.ys.slice(1).map((_, row) => ({ number: row + 1, cells: [] }));
  for (const [cell, own] of content) {
    const { column, columns } = cell;
    const width = (lattice.xs[column + columns] as number) - (lattice.xs[column] as number);
    rows[cell.row]?.cells.push({ column, columns, rows: cell.rows, flow: cellLines(own, width) });
  }
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column);
  return { rows };
}

/** The cells of a text: those of neighbours may have been taken for one. */
function placed({ xs, ys, places }: Lattice, text: Text): { cell: LatticeCell; part: Text }[] {
  const row = stretchAt(ys, text.y - text.size / 3) * (xs.length - 1);
  const found: { cell: LatticeCell; part: Text }[] = [];
  for (let rest: Text | undefined = text; rest; ) {
    const cell = places[row + stretchAt(xs, rest.x + Math.min(rest.width, rest.size) / 2)] as LatticeCell;
    const end = cell.column + cell.columns;
    const right = xs[end] as number;
    const isCut: boolean = end < xs.length - 1 && rest.x + rest.width > right + rest.size / 2;
    const parts: Text[] = isCut ? cutText(rest, right) : [];
    found.push({ cell, part: parts[0] ?? rest });
    rest = parts[1];
  }
  return found;
}

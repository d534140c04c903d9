import { STOPS } from './dress.ts';

/** Where the keyboard stops in a row, by its columns: cells that are merged over lines count in each of them. */

type Cell = HTMLTableCellElement;

/** The cells of a row by its lines and their columns. */
function matrixOf(row: HTMLTableSectionElement): Cell[][] {
  const matrix: Cell[][] = Array.from(row.rows, () => []);
  Array.from(row.rows).forEach((line, y) => {
    let x = 0;
    for (const cell of line.cells) {
      while (matrix[y]?.[x]) x++;
      for (let dy = 0; dy < cell.rowSpan && y + dy < matrix.length; dy++) {
        for (let dx = 0; dx < cell.colSpan; dx++) (matrix[y + dy] as Cell[])[x + dx] = cell;
      }
    }
  });
  return matrix;
}

/** The stops of a column from above. A cell of several lines is its lines, and itself where something is found in it. */
export function stopsIn(row: HTMLTableSectionElement, column: number): HTMLElement[] {
  const cells = new Set(matrixOf(row).flatMap((line) => line[Math.min(column, line.length - 1)] ?? []));
  return [...cells].flatMap((cell) => {
    const lines = [...cell.querySelectorAll<HTMLElement>('p[data-at]')];
    return lines.length === 0 || cell.tagName === 'TH' || cell.dataset.found ? [cell, ...lines] : lines;
  });
}

/** The stop that holds an element. */
export function stopOf(node: Element): HTMLElement | undefined {
  return node.closest<HTMLElement>(STOPS) ?? undefined;
}

/** The column where a stop's cell begins. */
export function columnOf(row: HTMLTableSectionElement, stop: HTMLElement): number {
  const cell = stop.closest('th, td');
  for (const line of matrixOf(row)) {
    const column = line.indexOf(cell as Cell);
    if (column >= 0) return column;
  }
  return 0;
}

/** The cell beside a stop's, in the line where the stop's begins; undefined at the edge. */
export function beside(row: HTMLTableSectionElement, stop: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const cell = stop.closest('th, td') as Cell;
  const line = matrixOf(row).find((cells) => cells.includes(cell)) ?? [];
  const others = step > 0 ? line.slice(line.lastIndexOf(cell) + 1) : line.slice(0, line.indexOf(cell)).reverse();
  const other = others[0];
  return other && firstStop(other);
}

/** The cell at the beginning or the end of a stop's line. */
export function atEdge(
  row: HTMLTableSectionElement,
  stop: HTMLElement,
  edge: 'start' | 'end',
): HTMLElement | undefined {
  const cell = stop.closest('th, td') as Cell;
  const line = matrixOf(row).find((cells) => cells.includes(cell)) ?? [];
  const other = edge === 'start' ? line[0] : line.at(-1);
  return other && firstStop(other);
}

function firstStop(cell: Cell): HTMLElement {
  if (cell.tagName === 'TH' || cell.dataset.found) return cell;
  return cell.querySelector<HTMLElement>('p[data-at]') ?? cell;
}

import { squeeze } from '../../syntax/characters.ts';
import type { Grid, GridRow } from '../grid.ts';
import { ROLE_COLUMN, roleOfWord } from '../rowRole.ts';

/** A grid whose rows say in a column what they are, as one whose rows are marked; a word that is none of its own stays. */
export function withoutRoleColumn(grid: Grid): Grid {
  const head = grid.rows.findIndex(({ cells }) => cells.length > 1 && cells.some(isHead));
  const column = grid.rows[head]?.cells.find(isHead)?.column;
  if (column === undefined) return grid;
  return { ...grid, rows: grid.rows.map((row, i) => (i < head ? row : marked(row, column))) };
}

function marked(row: GridRow, column: number): GridRow {
  const own = row.cells.find((cell) => cell.column === column);
  const role = own && roleOfWord(squeeze(own.text));
  if (!own || (!role && !isHead(own))) return row;
  return { ...row, cells: row.cells.filter((cell) => cell !== own), ...(role && { role }) };
}

function isHead({ text }: { readonly text: string }): boolean {
  return squeeze(text) === ROLE_COLUMN;
}

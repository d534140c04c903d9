import type { Grid, GridCell } from '../../../server/src/exchange/grid.ts';
import { importGrids, recognise } from '../../../server/src/exchange/importing.ts';
import { profiles } from './readFixture.ts';

/** A cell, or one that is merged over columns and rows; an empty string is no cell. */
export type Cell = string | { readonly text: string; readonly columns?: number; readonly rows?: number };

/** A grid of rows whose cells follow each other; merged cells are counted in, so that a row goes on behind them. */
export function grid(rows: readonly (readonly Cell[])[], more: Partial<Grid> = {}): Grid {
  const taken = new Set<string>();
  return {
    above: [],
    ...more,
    rows: rows.map((cells, row) => {
      let column = 0;
      const own = cells.flatMap((cell): GridCell[] => {
        while (taken.has(`${row}/${column}`)) column++;
        const { text, columns = 1, rows: height = 1 } = typeof cell === 'string' ? { text: cell } : cell;
        for (let r = row; r < row + height; r++) for (let c = column; c < column + columns; c++) taken.add(`${r}/${c}`);
        const at = column;
        column += columns;
        const isMerged = columns > 1 || height > 1;
        return text === '' && !isMerged
          ? []
          : [{ column: at, text, ...(columns > 1 && { columns }), ...(height > 1 && { rows: height }) }];
      });
      return { number: row + 1, cells: own };
    }),
  };
}

/** What is imported of grids where nobody chooses. */
export function importChosen(...grids: readonly Grid[]) {
  const recognised = recognise(grids, profiles);
  const chosen = recognised.filter(({ isChosen }) => isChosen);
  return { recognised, ...importGrids(grids, chosen, profiles) };
}

import type { Sheet, SheetCell, SheetRow } from '../book.ts';
import { ROLE_COLUMN, roleWord } from '../rowRole.ts';
import { headCell, textCell } from './sheetParts.ts';

/** A sheet for a format in which nothing can be said unseen: what each row is stands in a column before the others. */
export function withRoleColumn(sheet: Sheet): Sheet {
  return {
    ...sheet,
    columns: [{ width: 12 }, ...sheet.columns],
    rows: sheet.rows.map((row, i) => ({ ...row, cells: [...roleCell(row, i), ...row.cells.map(moved)] })),
  };

  function roleCell({ role }: SheetRow, i: number): SheetCell[] {
    if (i < sheet.headRows) return i === 0 ? [headCell(0, ROLE_COLUMN)] : [];
    return role ? [textCell(0, roleWord(role))] : [];
  }
}

function moved(cell: SheetCell): SheetCell {
  return { ...cell, column: cell.column + 1 };
}

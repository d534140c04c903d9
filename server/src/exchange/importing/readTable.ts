import type { Head } from './head.ts';
import type { ImportItem } from './report.ts';
import type { TableRow } from './rows.ts';
import { asUnit } from './rows.ts';
import { findUnits } from './units.ts';

/** What a layout makes of a table. */
export interface ReadTable {
  readonly head: Head;
  /** Rows as they stand in the source; `bare` ones are not told apart yet. */
  readonly rows: readonly TableRow[];
  readonly items: readonly ImportItem[];
}

/** The rows, those without goal and indicators told apart into units and projects. */
export function toldApart(rows: readonly TableRow[]): TableRow[] {
  const weighed = rows.filter((row) => row.kind === 'bare' || row.kind === 'project');
  const units = findUnits(weighed.map((row) => ({ name: row.name, amount: row.total, bare: row.kind === 'bare' })));
  const isUnit = new Set([...units].map((i) => weighed[i]));
  return rows.map((row) => (isUnit.has(row) ? asUnit(row) : row.kind === 'bare' ? { ...row, kind: 'project' } : row));
}

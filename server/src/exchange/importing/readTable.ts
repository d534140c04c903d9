import { PROJECT_LABEL, UNIT_LABEL } from '../../syntax/vocabulary.ts';
import type { Head } from './head.ts';
import { MESSAGES } from './messages.ts';
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
  const isMarked = rows.some((row) => row.isMarked);
  return partsOf(rows).flatMap((part) => {
    const weighed = part.filter((row) => row.kind === 'bare' || row.kind === 'project');
    const units = findUnits(weighed.map((row) => ({ name: row.name, amount: row.total, bare: row.kind === 'bare' })));
    const isUnit = new Set([...units].map((i) => weighed[i]));
    return part.map((row) => {
      if (row.kind !== 'bare') return row;
      const told = isUnit.has(row) ? asUnit(row) : ({ ...row, kind: 'project' } as const);
      return isMarked ? { ...told, items: [...told.items, unmarked(told)] } : told;
    });
  });
}

/** The rows parted where a unit is known: what is below it adds up to no other. */
function partsOf(rows: readonly TableRow[]): TableRow[][] {
  const parts: TableRow[][] = [[]];
  for (const row of rows) {
    if (row.kind === 'unit') parts.push([]);
    parts.at(-1)?.push(row);
  }
  return parts;
}

/** Somebody has put a row in that the file says nothing of. */
function unmarked({ place: row, name, kind, places }: TableRow): ImportItem {
  const after = kind === 'unit' ? UNIT_LABEL : PROJECT_LABEL;
  const place = places.get(PROJECT_LABEL) ?? row;
  return { kind: 'assumed', ...place, column: '', before: name, after, message: MESSAGES.unmarked };
}

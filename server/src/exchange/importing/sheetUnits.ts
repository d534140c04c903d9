import { squeeze } from '../../syntax/characters.ts';
import { UNIT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import type { MoneyUnit } from '../../table/moneyUnit.ts';
import type { Head } from './head.ts';
import { MESSAGES } from './messages.ts';
import { unitRow } from './projectDraft.ts';
import { type ReadTable, toldApart } from './readTable.ts';
import type { ImportItem, Place } from './report.ts';
import { asUnit } from './rows.ts';
import { isUnitName } from './units.ts';

/** A table of a file, and the name of the sheet that it stands on. */
export interface SheetTable {
  readonly sheet: string | undefined;
  readonly table: ReadTable;
}

/** Whose a table is. */
interface Owner {
  readonly name: string;
  /** The text that says so. */
  readonly said: string;
  readonly place: Place;
}

/** Whether a sheet is named after a unit. */
export function isUnitSheet(name: string | undefined): name is string {
  return name !== undefined && (isUnitName(name) || /单位$/.test(squeeze(name)));
}

/**
 * Tables of several units, one below the other in one document. Each begins with its unit where the tables name departments
 * that are others; or where projects of one name stand on sheets that are named after units. All or none do: below a unit
 * that was put there, the projects of another would be taken for its own.
 */
export function withUnits(tables: readonly SheetTable[], moneyUnit: MoneyUnit, vocabulary: Vocabulary): ReadTable[] {
  const all = tables.map(({ table }) => table);
  const owners = departmentsOf(tables) ?? sheetsOf(tables);
  if (!owners || all.some(hasUnits)) return all;
  return all.map((table, i) => {
    const { name, said, place } = owners[i] as Owner;
    const { head, items } = withoutDepartment(table);
    const item: ImportItem = {
      kind: 'assumed',
      ...place,
      column: '',
      before: said,
      after: `${UNIT_LABEL}: ${name}`,
      message: MESSAGES.ownUnit,
    };
    // What a unit's own table adds up to is the unit's.
    const total = table.rows.find(({ kind }) => kind === 'total');
    const unit = total ? asUnit({ ...total, name }) : unitRow({ text: name, place, column: '' }, moneyUnit, vocabulary);
    return { head, rows: [unit, ...table.rows.filter((row) => row !== total)], items: [...items, item] };
  });
}

function hasUnits({ rows }: ReadTable): boolean {
  return toldApart(rows).some(({ kind }) => kind === 'unit') || rows.filter(({ kind }) => kind === 'total').length > 1;
}

/** The departments that tables name, where all do and not all the same. */
function departmentsOf(tables: readonly SheetTable[]): Owner[] | undefined {
  const owners = tables.flatMap(({ table: { head } }) => head.department ?? []);
  const names = new Set(owners.map(({ name }) => squeeze(name)));
  return owners.length === tables.length && names.size > 1 ? owners : undefined;
}

/** The sheets, where all are named after units and projects of one name stand on two of them. */
function sheetsOf(tables: readonly SheetTable[]): Owner[] | undefined {
  const owners = tables.flatMap(({ sheet }) =>
    isUnitSheet(sheet) ? { name: sheet, said: sheet, place: { line: 0 } } : [],
  );
  if (owners.length < tables.length) return undefined;
  const seen = new Set<string>();
  for (const { table } of tables) {
    const own = new Set(table.rows.flatMap(({ kind, name }) => (kind === 'project' ? squeeze(name) : [])));
    for (const name of own) {
      if (seen.has(name)) return owners;
      seen.add(name);
    }
  }
  return undefined;
}

/** What was said of a table's department is said of its unit. */
function withoutDepartment({ head, items }: ReadTable): { head: Head; items: ImportItem[] } {
  const { department } = head;
  if (!department) return { head, items: [...items] };
  const { said, place, lines } = department;
  const isOther = (item: ImportItem) => item.before !== said || item.line !== place.line || item.cell !== place.cell;
  return {
    head: { ...head, lines: head.lines.filter((line) => !lines.includes(line)) },
    items: items.filter(isOther),
  };
}

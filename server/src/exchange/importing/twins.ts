import { squeeze } from '../../syntax/characters.ts';
import type { Head } from './head.ts';
import type { TableRow } from './rows.ts';
import { isUnitSheet } from './sheetUnits.ts';

/** What is known of a table when another with the same projects turns up. */
export interface Candidate {
  readonly name: string;
  /** Name of its sheet. */
  readonly sheet: string | undefined;
  readonly head: Head;
  readonly rows: readonly TableRow[];
}

/** The names of a table's projects, by which twins are looked for. */
export function namesOf(rows: readonly TableRow[]): string {
  const projects = rows.filter(({ kind }) => kind === 'project');
  return (projects.length > 0 ? projects : rows).map(({ name }) => squeeze(name)).join('\n');
}

/**
 * Whether two tables with the same projects are one, such as the two layouts of an export: nothing that both say is
 * another, and they are not those of two units.
 */
export function areTwins(a: Candidate, b: Candidate): boolean {
  const departments = [a.head.department, b.head.department].map((own) => squeeze(own?.name ?? ''));
  if (areOther(departments[0], departments[1])) return false;
  if (isUnitSheet(a.sheet) && isUnitSheet(b.sheet) && squeeze(a.sheet) !== squeeze(b.sheet)) return false;
  const projects = (rows: readonly TableRow[]) => rows.filter(({ kind }) => kind === 'project');
  const units = (rows: readonly TableRow[]) =>
    rows.flatMap(({ kind, name }) => (kind === 'unit' ? squeeze(name) : [])).join('\n');
  if (areOther(units(a.rows), units(b.rows))) return false;
  const [own, others] = [projects(a.rows), projects(b.rows)];
  return own.length === others.length && own.every((row, i) => !contradict(row, others[i] as TableRow));
}

function contradict(a: TableRow, b: TableRow): boolean {
  const amounts = a.total && b.total ? !a.total.equals(b.total) : false;
  return amounts || [...a.goals].some(([index, text]) => areOther(squeeze(text), squeeze(b.goals.get(index) ?? '')));
}

/** Whether two texts are there and not the same. */
function areOther(a = '', b = ''): boolean {
  return a !== '' && b !== '' && a !== b;
}

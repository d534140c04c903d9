import type { TableDocument } from '../../workspace/tableDocument.ts';
import type { Candidate } from './searching.ts';
import { titleOf } from './titles.ts';

/** The name of the unit that something belongs to. */
export function unitName({ unit, table }: Pick<Candidate, 'unit' | 'table'>): string | undefined {
  return (unit && titleOf(unit, table)?.name) || undefined;
}

/** The name of a table's file, as people read it. */
export function fileName({ uri }: TableDocument): string {
  const name = uri.slice(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('\\')) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

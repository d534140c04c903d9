import type { IncludeProblem } from '../rules/rule.ts';
import { pathNames } from '../table/includePath.ts';
import type { MoneyUnit } from '../table/moneyUnit.ts';

/** A table as far as taking it in goes. */
export interface IncludingTable {
  readonly uri: string;
  /** The money unit that its head names. */
  readonly statedMoneyUnit: MoneyUnit | undefined;
  /** The paths of the tables that it takes in itself, as written. */
  readonly includes: readonly string[];
}

/** Opens a table: undefined where there is none, null where nobody can tell. */
type Open = (uri: string) => IncludingTable | undefined | null;

/** Files that take in each other deeper than this, or more of them, are followed no further. */
const DEEPEST = 16;
const MOST = 500;

/** What is wrong with a table that another takes in by a path. */
export function includeProblem(from: IncludingTable, path: string, open: Open): IncludeProblem | undefined {
  const uri = resolveInclude(from.uri, path);
  if (uri === undefined) return undefined;
  if (sameFile(uri) === sameFile(from.uri)) return { kind: 'cycle' };
  const table = open(uri);
  if (table === null) return undefined;
  if (table === undefined) return { kind: 'missing' };
  if (comesRound(table, new Set([sameFile(from.uri)]), new Set(), open)) return { kind: 'cycle' };
  const [own, other] = [from.statedMoneyUnit, table.statedMoneyUnit];
  return own && other && own !== other ? { kind: 'money-unit', unit: other.name } : undefined;
}

/** Whether a table takes in one of those that take it in, itself among them. */
function comesRound(table: IncludingTable, above: ReadonlySet<string>, done: Set<string>, open: Open): boolean {
  const own = sameFile(table.uri);
  if (above.has(own)) return true;
  if (done.has(own) || above.size > DEEPEST || done.size > MOST) return false;
  done.add(own);
  const under = new Set([...above, own]);
  return table.includes.some((path) => {
    const uri = resolveInclude(table.uri, path);
    if (uri === undefined) return false;
    if (under.has(sameFile(uri))) return true;
    const next = done.has(sameFile(uri)) ? undefined : open(uri);
    return next ? comesRound(next, under, done, open) : false;
  });
}

/** Where a path leads from a table; undefined where it leads nowhere that may be read. */
export function resolveInclude(from: string, path: string): string | undefined {
  const names = pathNames(path);
  const isUri = /^[A-Za-z][A-Za-z0-9+.-]+:/.test(from);
  const folder = Math.max(from.lastIndexOf('/'), isUri ? -1 : from.lastIndexOf('\\')) + 1;
  // A document that was never saved is in no folder.
  if (!names || (isUri && folder === 0)) return undefined;
  try {
    return from.slice(0, folder) + names.map((name) => (isUri ? encodeURIComponent(name) : name)).join('/');
  } catch {
    // Half a character has no place in a URI.
    return undefined;
  }
}

/** Clients escape more or less of a URI. */
function sameFile(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

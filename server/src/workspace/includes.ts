import type { IncludeProblem } from '../rules/rule.ts';
import { pathNames } from '../table/includePath.ts';
import type { MoneyUnit } from '../table/moneyUnit.ts';

/** Why there is no table: there is no such file, it holds no text, or nobody can tell. */
export type Absent = 'missing' | 'encoding' | 'unreachable';

/** A table as far as taking it in goes. */
export interface IncludingTable {
  readonly uri: string;
  /** The money unit that its head names. */
  readonly statedMoneyUnit: MoneyUnit | undefined;
  /** The tables that it takes in itself: where its paths lead. */
  readonly takes: readonly string[];
}

/** What a path comes to: the table, where it can be taken in; else what is wrong with it, where anything is. */
export interface Inclusion<Table> {
  readonly table?: Table;
  readonly problem?: IncludeProblem;
}

/** Files that take in each other deeper than this, or more of them, are followed no further. */
const DEEPEST = 16;
const MOST = 500;

/**
 * Looks at a table that another takes in.
 * @param uri where the path leads; undefined where it leads nowhere
 */
export function include<Table extends IncludingTable>(
  from: IncludingTable,
  uri: string | undefined,
  open: (uri: string) => Table | Absent,
): Inclusion<Table> {
  if (uri === undefined) return {};
  if (sameFile(uri) === sameFile(from.uri)) return { problem: { kind: 'cycle' } };
  const table = open(uri);
  if (typeof table === 'string') return table === 'unreachable' ? {} : { problem: { kind: table } };
  const walk = new Walk(open);
  if (walk.comesRound(table, new Set([sameFile(from.uri)]))) return { problem: { kind: 'cycle' } };
  if (walk.isCut) return {};
  const [own, other] = [from.statedMoneyUnit, table.statedMoneyUnit];
  return own && other && own !== other ? { problem: { kind: 'money-unit', unit: other.name } } : { table };
}

/** A walk through all that a table takes in. */
class Walk<Table extends IncludingTable> {
  readonly #open: (uri: string) => Table | Absent;
  readonly #done = new Set<string>();
  /** There is more than was walked through. */
  isCut = false;

  constructor(open: (uri: string) => Table | Absent) {
    this.#open = open;
  }

  /** Whether a table takes in one of those that take it in, itself among them. */
  comesRound(table: IncludingTable, above: ReadonlySet<string>): boolean {
    const own = sameFile(table.uri);
    if (above.has(own)) return true;
    if (this.#done.has(own)) return false;
    if (above.size > DEEPEST || this.#done.size > MOST) {
      this.isCut = true;
      return false;
    }
    this.#done.add(own);
    if (table.takes.length === 0) return false;
    const under = new Set([...above, own]);
    return table.takes.some((uri) => {
      const name = sameFile(uri);
      if (under.has(name)) return true;
      const next = this.#done.has(name) ? undefined : this.#open(uri);
      return typeof next === 'object' && this.comesRound(next, under);
    });
  }
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
export function sameFile(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

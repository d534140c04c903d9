import { KEY_KINDS, type KeyKind, type KeyOfKind } from './across.ts';
import type { Entry } from './entry.ts';
import type { Ledger } from './ledger.ts';
import type { Tally } from './tallies.ts';

/** What a table gives to one that takes it in. */
export interface Given {
  readonly ledger: Ledger;
  /** How many columns it has. */
  readonly columns: number;
  /** It has projects that may as well belong to the unit that it is taken in below. */
  readonly loose: boolean;
}

/** What a row has taken in of another table. */
export interface TakenIn {
  readonly ledger: Ledger;
  /** Which changes of its keys are taken in. */
  readonly position: number;
  readonly keys: Readonly<Record<KeyKind, Set<string>>>;
  /** What each column of it adds up to. */
  readonly sums: readonly Tally[];
  /** How many rows that is the sum of. */
  readonly rows: number;
  readonly hasUnits: boolean;
  readonly loose: boolean;
}

/** The keys by which a ledger may differ from what was taken in: those that have changed since, else all of both. */
export function* keysToCompare(before: TakenIn | undefined, ledger: Ledger): Iterable<KeyOfKind> {
  const changes = before?.ledger === ledger ? ledger.changesSince(before.position) : undefined;
  if (changes) {
    yield* changes;
    return;
  }
  for (const kind of KEY_KINDS) for (const key of ledger.keysOf(kind)) yield { kind, key };
  // A list of its own: who compares takes keys out.
  if (before) yield* [...keysIn(before)];
}

/** The keys that are taken in. */
export function* keysIn({ keys }: TakenIn): Iterable<KeyOfKind> {
  for (const kind of KEY_KINDS) for (const key of keys[kind]) yield { kind, key };
}

/** Whether nobody can tell whose the projects are that are taken in: the unit's above, or the whole table's. */
export function isUnclear({ taken, group }: Entry): boolean {
  return taken?.loose === true && group?.unit !== undefined;
}

/** Whether two versions of what was taken in add up to the same. */
export function isSameSum(a: TakenIn, b: TakenIn): boolean {
  return (
    a.rows === b.rows &&
    a.hasUnits === b.hasUnits &&
    a.loose === b.loose &&
    a.sums.length === b.sums.length &&
    a.sums.every((tally, column) => {
      const other = b.sums[column] as Tally;
      return tally.addends === other.addends && tally.unknown === other.unknown && tally.sum.equals(other.sum);
    })
  );
}

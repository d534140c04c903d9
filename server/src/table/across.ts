import { countsInUnit, type Entry } from './entry.ts';
import { Repetitions } from './repetitions.ts';

/**
 * What rows of two tables may both have: keys that count in the whole table, keys that count under a unit's name, and
 * the names of units.
 */
export type KeyKind = 'table' | 'named' | 'names';
export const KEY_KINDS: readonly KeyKind[] = ['table', 'named', 'names'];

export interface KeyOfKind {
  readonly kind: KeyKind;
  readonly key: string;
}

/** So many changes are remembered at least; who was away for longer looks at all keys. */
const REMEMBERED = 512;

/** A key that counts within a unit, as other tables have it. */
export function namedKey(unit: string, key: string): string {
  return `${unit}\0${key}`;
}

/** What an entry has that counts within its unit, as other tables have it; nothing where the unit has no name. */
function namedKeysOf({ keys }: Entry, unit: string): readonly string[] {
  return unit === '' ? [] : keys.filter(countsInUnit).map((key) => namedKey(unit, key));
}

/** The key as the row itself has it, without the name of its unit where one stands before it. */
export function ownKey(key: string): string {
  return key.slice(key.lastIndexOf('\0') + 1);
}

/**
 * What a ledger keeps for the sake of other tables: which keys its rows have under the names of their units, and which
 * keys have come and gone, so that those who take the table in need not look at all of them.
 */
export class Across {
  readonly named: Repetitions<Entry>;
  readonly #sameName = new Map<Entry, number>();
  readonly names = new Repetitions<Entry>(this.#sameName, false);
  #changes: KeyOfKind[] = [];
  #forgotten = 0;

  constructor(repeating: Map<Entry, number>) {
    this.named = new Repetitions(repeating);
  }

  /** @param unit the name of the unit that the entry belongs to */
  add(entry: Entry, unit: string): void {
    if (entry.name !== '') this.hold('names', entry.name, entry);
    for (const key of namedKeysOf(entry, unit)) this.hold('named', key, entry);
  }

  remove(entry: Entry, unit: string): void {
    if (entry.name !== '') this.release('names', entry.name, entry);
    for (const key of namedKeysOf(entry, unit)) this.release('named', key, entry);
  }

  hold(kind: 'named' | 'names', key: string, entry: Entry): void {
    if (this[kind].add(key, entry)) this.note(kind, key);
  }

  release(kind: 'named' | 'names', key: string, entry: Entry): void {
    if (this[kind].remove(key, entry)) this.note(kind, key);
  }

  /** Whether a table that an entry takes in has a unit of a name that stands elsewhere too. */
  sharesName(entry: Entry): boolean {
    return this.#sameName.has(entry);
  }

  /** A key has come or gone. */
  note(kind: KeyKind, key: string): void {
    this.#changes.push({ kind, key });
    if (this.#changes.length <= 2 * REMEMBERED) return;
    this.#changes = this.#changes.slice(REMEMBERED);
    this.#forgotten += REMEMBERED;
  }

  get position(): number {
    return this.#forgotten + this.#changes.length;
  }

  changesSince(position: number): readonly KeyOfKind[] | undefined {
    return position < this.#forgotten ? undefined : this.#changes.slice(position - this.#forgotten);
  }
}

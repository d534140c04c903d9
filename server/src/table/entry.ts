import type { BlockKind } from '../syntax/nodes.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { type Decimal, sum } from './decimal.ts';
import type { Repeating } from './repetitions.ts';
import { amountOf, type Row, sourcesOf } from './row.ts';
import type { TakenIn } from './takenIn.ts';
import type { UnitGroup } from './unitGroup.ts';

/** What a row's amount adds to a sum: nothing where it is empty; `unknown` where it cannot be read. */
export type Addend = Decimal | 'unknown' | undefined;

/** What a key begins with that counts within a unit. */
export const IN_UNIT = '~';

/** Whether a key counts within a unit: the same in another unit is none. */
export function countsInUnit(key: string): boolean {
  return key.startsWith(IN_UNIT);
}

/** What few rows have. */
interface Special {
  readonly hides: BlockKind | undefined;
  readonly name: string;
  taken: TakenIn | undefined;
  readonly shared: Set<string> | undefined;
}

/**
 * What the ledger keeps of a row: its amounts by column, what others may repeat, and the unit it belongs to. There are as
 * many as there are rows, so each is small.
 */
export abstract class Entry implements Repeating {
  abstract readonly kind: BlockKind;
  readonly addends: readonly Addend[];
  /** What it has that others may have too, in the whole table or within its unit (`countsInUnit`). */
  readonly keys: readonly string[];
  group: UnitGroup | undefined = undefined;
  readonly #special: Special | undefined;

  /** @param takesIn whether it is a row that takes in another table */
  constructor(
    addends: readonly Addend[],
    keys: readonly string[],
    hides: BlockKind | undefined,
    name: string,
    takesIn: boolean,
  ) {
    this.addends = addends;
    this.keys = keys;
    const shared = takesIn ? new Set<string>() : undefined;
    this.#special = hides || name !== '' || shared ? { hides, name, taken: undefined, shared } : undefined;
  }

  /** A row of this kind seems to begin within it: whose amounts are whose is not known then. */
  get hides(): BlockKind | undefined {
    return this.#special?.hides;
  }

  /** Of a unit, the name it goes by in other tables; else empty. */
  get name(): string {
    return this.#special?.name ?? '';
  }

  /** Of a row that takes in another table, what it has taken in; undefined while that is not known. */
  get taken(): TakenIn | undefined {
    return this.#special?.taken;
  }

  set taken(taken: TakenIn | undefined) {
    (this.#special as Special).taken = taken;
  }

  /** Of such a row, the keys that it shares with others. */
  get shared(): Set<string> | undefined {
    return this.#special?.shared;
  }
}

/**
 * What a row adds to the sums above it. A total that is not written counts as the sum of its sources. A source that is
 * not written is nothing where the row names another, and unknown where it names none: a row that gives only its total
 * says nothing of its sources.
 */
export function addendsOf(row: Row, vocabulary: Vocabulary): Addend[] {
  const { columns } = vocabulary.profile;
  const values: Addend[] = [];
  for (let column = 0; column < columns.length; column++) values.push(writtenIn(row, column, values[0]));
  const addends = values.slice();
  for (let column = 0; column < columns.length; column++) {
    const sources = sourcesOf(vocabulary, column);
    if (sources.length === 0) continue;
    const written = writtenOf(sources, values);
    addends[column] ??= written.length > 0 ? sumOf(written) : 'unknown';
    const total = values[column];
    const isNothing = total !== undefined && total !== 'unknown' && total.isZero;
    if (written.length > 0 || isNothing) continue;
    for (const source of sources) addends[source] = 'unknown';
  }
  return addends;
}

function writtenOf(columns: readonly number[], values: readonly Addend[]): (Decimal | 'unknown')[] {
  const written: (Decimal | 'unknown')[] = [];
  for (const column of columns) {
    const value = values[column];
    if (value !== undefined) written.push(value);
  }
  return written;
}

/** What is written in a column; the same object as another where both are equal: most projects have one source. */
function writtenIn(row: Row, column: number, other: Addend): Addend {
  const reading = amountOf(row, column)?.reading;
  if (reading?.problem) return 'unknown';
  const value = reading?.value;
  return value && typeof other === 'object' && other.equals(value) ? other : value;
}

function sumOf(addends: readonly (Decimal | 'unknown')[]): Decimal | 'unknown' {
  const known = addends.filter((addend) => addend !== 'unknown');
  return known.length === addends.length ? sum(known) : 'unknown';
}

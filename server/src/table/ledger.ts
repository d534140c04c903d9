import type { BlockKind } from '../syntax/nodes.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { Decimal, sum } from './decimal.ts';
import { Repetitions } from './repetitions.ts';
import { amountOf, type Row, sourcesOf } from './row.ts';

/** What a row's amount adds to a sum: nothing where it is empty; `unknown` where it cannot be read. */
export type Addend = Decimal | 'unknown' | undefined;

/** What a row has that others may have too: keys that count within its unit, and keys that count in the whole table. */
export interface Keys {
  readonly unit: readonly string[];
  readonly table: readonly string[];
}

/** What the ledger keeps of a row: its amounts by column, what others may repeat, and the unit it belongs to. */
export class Entry {
  readonly kind: BlockKind;
  readonly addends: readonly Addend[];
  readonly keys: Keys;
  /** A row of this kind seems to begin within it: whose amounts are whose is not known then. */
  readonly hides: BlockKind | undefined;
  group: UnitGroup | undefined = undefined;

  constructor(kind: BlockKind, addends: readonly Addend[], keys: Keys, hides: BlockKind | undefined) {
    this.kind = kind;
    this.addends = addends;
    this.keys = keys;
    this.hides = hides;
  }
}

/**
 * What a row adds to the sums above it. A total that is not written counts as the sum of its sources. A source that is
 * not written is nothing where the row names another, and unknown where it names none: a row that gives only its total
 * says nothing of its sources.
 */
export function addendsOf(row: Row, vocabulary: Vocabulary): Addend[] {
  const { columns } = vocabulary.profile;
  const values = columns.map((_, column): Addend => {
    const reading = amountOf(row, column)?.reading;
    return reading?.problem ? 'unknown' : reading?.value;
  });
  const addends = [...values];
  columns.forEach((_, column) => {
    const sources = sourcesOf(vocabulary, column);
    const written = sources.map((source) => values[source]).filter((value) => value !== undefined);
    if (sources.length > 0) addends[column] ??= written.length > 0 ? sumOf(written) : 'unknown';
    const total = values[column];
    const isNothing = total !== undefined && total !== 'unknown' && total.isZero;
    if (written.length > 0 || isNothing) return;
    for (const source of sources) addends[source] = 'unknown';
  });
  return addends;
}

function sumOf(addends: readonly (Decimal | 'unknown')[]): Decimal | 'unknown' {
  const known = addends.filter((addend) => addend !== 'unknown');
  return known.length === addends.length ? sum(known) : 'unknown';
}

/** The running sum of one column over some rows. */
interface Tally {
  readonly sum: Decimal;
  /** How many amounts are in the sum. */
  readonly addends: number;
  /** How many amounts could not be read: while there are any, the sum is not known. */
  readonly unknown: number;
}

/** What a column of several rows adds up to. */
export interface ColumnSum {
  readonly sum: Decimal;
  /** How many amounts are in the sum. */
  readonly addends: number;
  /** How many rows there are, those that leave the column empty with them. */
  readonly rows: number;
}

const EMPTY: Tally = { sum: Decimal.zero, addends: 0, unknown: 0 };

/** Sums of several columns, kept up to date by taking an entry out and putting the new one in. */
class Tallies {
  readonly #columns: Tally[] = [];
  /** How many entries are counted. */
  count = 0;

  of(column: number): Tally {
    return this.#columns[column] ?? EMPTY;
  }

  add(entry: Entry): void {
    this.#change(entry, 1);
  }

  remove(entry: Entry): void {
    this.#change(entry, -1);
  }

  #change(entry: Entry, sign: 1 | -1): void {
    this.count += sign;
    entry.addends.forEach((addend, column) => {
      if (addend === undefined) return;
      const tally = this.of(column);
      this.#columns[column] =
        addend === 'unknown'
          ? { ...tally, unknown: tally.unknown + sign }
          : {
              sum: sign > 0 ? tally.sum.plus(addend) : tally.sum.minus(addend),
              addends: tally.addends + sign,
              unknown: tally.unknown,
            };
    });
  }
}

/** A unit with its projects; without a unit, the projects of the department itself. */
export class UnitGroup {
  /** The unit's entry; another takes its place when the unit's own lines change. */
  unit: Entry | undefined;
  readonly projects = new Tallies();
  /** How many of its rows hide another. */
  hiding = 0;
  /** What its rows may repeat. */
  readonly keys: Repetitions<Entry>;

  constructor(unit: Entry | undefined, repeating: Map<Entry, number>) {
    this.unit = unit;
    this.keys = new Repetitions(repeating);
  }
}

/**
 * Which project belongs to which unit, and what the projects of each unit and the units of the whole table add up to.
 * A change costs what changed; only a unit that comes or goes costs its own projects.
 */
export class Ledger {
  readonly #repeating = new Map<Entry, number>();
  readonly #keys = new Repetitions(this.#repeating);
  readonly department = new UnitGroup(undefined, this.#repeating);
  /** How many other tables are taken in: while there are any, what the whole table adds up to is not known. */
  #includes = 0;
  /** How many rows hide another that is no project. */
  #hiding = 0;
  /** How many projects there are. */
  projects = 0;
  /** The units' own amounts. */
  readonly units = new Tallies();
  /** Units whose sum or whose own amounts have changed since somebody last took them. */
  #stale = new Set<UnitGroup>();
  #staleTotal = false;

  /**
   * Puts entries in the place of others.
   * @param before the entry before the change, if any
   * @param after the entries behind the change, in order; read only as far as they change their unit
   */
  replace(removed: readonly Entry[], added: readonly Entry[], before: Entry | undefined, after: Iterable<Entry>): void {
    const kept =
      removed.length === 1 && added.length === 1 && removed[0]?.kind === 'unit' ? removed[0].group : undefined;
    for (const entry of removed) this.#remove(entry);
    let group = before?.group ?? this.department;
    for (const entry of added) {
      if (entry.kind === 'unit') {
        group = kept ?? new UnitGroup(entry, this.#repeating);
        group.unit = entry;
      }
      this.#add(entry, group);
    }
    // Only now: a key that the new entries have again stays where it is.
    for (const entry of removed) this.#removeKeys(entry);
    for (const entry of after) {
      if (entry.kind === 'unit' || entry.group === group) break;
      this.#remove(entry);
      this.#removeKeys(entry);
      this.#add(entry, group);
    }
  }

  #add(entry: Entry, group: UnitGroup): void {
    entry.group = group;
    if (entry.kind === 'unit') this.units.add(entry);
    if (entry.kind === 'project') {
      group.projects.add(entry);
      this.projects++;
    }
    if (entry.kind === 'include') this.#includes++;
    this.#count(entry, group, 1);
    for (const key of entry.keys.unit) group.keys.add(key, entry);
    for (const key of entry.keys.table) this.#keys.add(key, entry);
    this.#touch(entry, group);
  }

  #remove(entry: Entry): void {
    const group = entry.group as UnitGroup;
    if (entry.kind === 'unit') this.units.remove(entry);
    if (entry.kind === 'project') {
      group.projects.remove(entry);
      this.projects--;
    }
    if (entry.kind === 'include') this.#includes--;
    this.#count(entry, group, -1);
    this.#touch(entry, group);
  }

  #count({ hides }: Entry, group: UnitGroup, step: 1 | -1): void {
    if (!hides) return;
    group.hiding += step;
    if (hides !== 'project') {
      this.#hiding += step;
      this.#staleTotal = true;
    }
  }

  #removeKeys(entry: Entry): void {
    for (const key of entry.keys.unit) entry.group?.keys.remove(key, entry);
    for (const key of entry.keys.table) this.#keys.remove(key, entry);
  }

  /** The entries that share a key with another. */
  get repeating(): Iterable<Entry> {
    return this.#repeating.keys();
  }

  #touch(entry: Entry, group: UnitGroup): void {
    if (entry.kind !== 'total') this.#stale.add(group);
    if (entry.kind !== 'project' || group === this.department) this.#staleTotal = true;
  }

  /** What is to be compared again: the units that changed since the last call, and whether 合计 did. */
  takeStale(): { readonly groups: Iterable<UnitGroup>; readonly total: boolean } {
    const stale = { groups: this.#stale, total: this.#staleTotal };
    this.#stale = new Set();
    this.#staleTotal = false;
    return stale;
  }

  /** What a column of 合计 is to be: the units' own amounts and those of projects without unit. Undefined while not known. */
  totalOf(column: number): ColumnSum | undefined {
    const { units, department } = this;
    if (this.#includes > 0 || this.#hiding > 0 || department.hiding > 0) return undefined;
    return join(units.of(column), department.projects.of(column), units.count + department.projects.count);
  }

  /** What a column of a unit is to be. Undefined while not known or where the unit lists no project. */
  sumOf(group: UnitGroup, column: number): ColumnSum | undefined {
    return group.hiding > 0 ? undefined : join(group.projects.of(column), EMPTY, group.projects.count);
  }
}

function join(a: Tally, b: Tally, rows: number): ColumnSum | undefined {
  if (rows === 0 || a.unknown + b.unknown > 0) return undefined;
  return { sum: a.sum.plus(b.sum), addends: a.addends + b.addends, rows };
}

/** How a stated amount stands to what it should add up to. */
export type Comparison = 'equal' | 'rounding' | 'mismatch';

/** Half of the last digit an amount is shown with, by which each addend and the sum itself may have been rounded. */
const HALF_DIGIT = new Decimal(5n, 3);

/** Compares a stated sum with its addends; a difference within 0.005 × (addends + 1) may come from rounding. */
export function compareSum(stated: Decimal, computed: Decimal, addends: number): Comparison {
  const difference = stated.minus(computed).abs();
  if (difference.isZero) return 'equal';
  return difference.compare(HALF_DIGIT.times(new Decimal(BigInt(addends + 1)))) <= 0 ? 'rounding' : 'mismatch';
}

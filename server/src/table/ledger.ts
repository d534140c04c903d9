import type { BlockKind } from '../syntax/nodes.ts';
import { Decimal } from './decimal.ts';
import { amountOf, type Row, sourceAmounts } from './row.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';

/** What a row's amount adds to a sum: nothing where it is empty; `unknown` where it cannot be read. */
export type Addend = Decimal | 'unknown' | undefined;

/** What the ledger keeps of a row: its amounts by column, and the unit it belongs to. */
export class Entry {
  readonly kind: BlockKind;
  readonly addends: readonly Addend[];
  group: UnitGroup | undefined = undefined;

  constructor(kind: BlockKind, addends: readonly Addend[]) {
    this.kind = kind;
    this.addends = addends;
  }
}

/** The entry of a row. A total that is not written counts as the sum of its sources: another rule asks for it. */
export function entryOf(row: Row, vocabulary: Vocabulary): Entry {
  if (row.amounts.length === 0) return new Entry(row.kind, []);
  const addends = vocabulary.profile.columns.map((_, column): Addend => {
    const amount = amountOf(row, column);
    if (amount?.reading.problem) return 'unknown';
    if (amount?.reading.value) return amount.reading.value;
    const sources = sourceAmounts(row, column, vocabulary);
    return sources.length > 0 ? sources.reduce((a, b) => a.plus(b)) : undefined;
  });
  return new Entry(row.kind, addends);
}

/** The running sum of one column over some rows. */
export interface Tally {
  readonly sum: Decimal;
  /** How many amounts are in the sum. */
  readonly addends: number;
  /** How many amounts could not be read: while there are any, the sum is not known. */
  readonly unknown: number;
}

const EMPTY: Tally = { sum: Decimal.zero, addends: 0, unknown: 0 };

/** Sums of several columns, kept up to date by taking an entry out and putting the new one in. */
export class Tallies {
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
      const { sum, addends, unknown } = this.of(column);
      this.#columns[column] =
        addend === 'unknown'
          ? { sum, addends, unknown: unknown + sign }
          : { sum: sign > 0 ? sum.plus(addend) : sum.minus(addend), addends: addends + sign, unknown };
    });
  }
}

/** A unit with its projects; without a unit, the projects of the department itself. */
export class UnitGroup {
  readonly unit: Entry | undefined;
  readonly projects = new Tallies();
  /** Counts the changes, so that who has compared knows whether to compare again. */
  version = 0;

  constructor(unit: Entry | undefined) {
    this.unit = unit;
  }
}

/**
 * Which project belongs to which unit, and what the projects of each unit and the units of the whole table add up to.
 * A change costs what changed; only a unit that comes or goes costs its own projects.
 */
export class Ledger {
  readonly department = new UnitGroup(undefined);
  /** The units' own amounts. */
  readonly units = new Tallies();
  /** Counts the changes of anything that 合计 is compared with. */
  version = 0;

  /**
   * Puts entries in the place of others.
   * @param before the entry before the change, if any
   * @param after the entries behind the change, in order; read only as far as they change their unit
   */
  replace(removed: readonly Entry[], added: readonly Entry[], before: Entry | undefined, after: Iterable<Entry>): void {
    for (const entry of removed) this.#remove(entry);
    let group = before?.group ?? this.department;
    for (const entry of added) {
      if (entry.kind === 'unit') group = new UnitGroup(entry);
      this.#add(entry, group);
    }
    for (const entry of after) {
      if (entry.kind === 'unit' || entry.group === group) break;
      this.#remove(entry);
      this.#add(entry, group);
    }
  }

  #add(entry: Entry, group: UnitGroup): void {
    entry.group = group;
    if (entry.kind === 'unit') this.units.add(entry);
    if (entry.kind === 'project') group.projects.add(entry);
    this.#touch(entry, group);
  }

  #remove(entry: Entry): void {
    const group = entry.group as UnitGroup;
    if (entry.kind === 'unit') this.units.remove(entry);
    if (entry.kind === 'project') group.projects.remove(entry);
    this.#touch(entry, group);
  }

  #touch(entry: Entry, group: UnitGroup): void {
    group.version++;
    if (entry.kind !== 'project' || group === this.department) this.version++;
  }

  /** What a column of 合计 is to be: the units' own amounts and those of projects without unit. Undefined while not known. */
  totalOf(column: number): { sum: Decimal; addends: number } | undefined {
    return join(this.units.of(column), this.department.projects.of(column), this.units.count + this.department.projects.count);
  }

  /** What a column of a unit is to be. Undefined while not known or where the unit lists no project. */
  sumOf(group: UnitGroup, column: number): { sum: Decimal; addends: number } | undefined {
    return join(group.projects.of(column), EMPTY, group.projects.count);
  }
}

function join(a: Tally, b: Tally, count: number): { sum: Decimal; addends: number } | undefined {
  if (count === 0 || a.unknown + b.unknown > 0) return undefined;
  return { sum: a.sum.plus(b.sum), addends: a.addends + b.addends };
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

import type { BlockKind } from '../syntax/nodes.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { Across, KEY_KINDS, type KeyChange, type KeyKind } from './across.ts';
import { Decimal, sum } from './decimal.ts';
import { type Repeating, Repetitions } from './repetitions.ts';
import { amountOf, type Row, sourcesOf } from './row.ts';

/** What a row's amount adds to a sum: nothing where it is empty; `unknown` where it cannot be read. */
export type Addend = Decimal | 'unknown' | undefined;

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

/** What a row has that others may have too: keys that count within its unit, and keys that count in the whole table. */
export interface Keys {
  readonly unit: readonly string[];
  readonly table: readonly string[];
}

/** What the ledger keeps of a row: its amounts by column, what others may repeat, and the unit it belongs to. */
export class Entry implements Repeating {
  readonly kind: BlockKind;
  readonly addends: readonly Addend[];
  readonly keys: Keys;
  /** A row of this kind seems to begin within it: whose amounts are whose is not known then. */
  readonly hides: BlockKind | undefined;
  /** Of a unit, the name it goes by in other tables; else empty. */
  readonly name: string;
  group: UnitGroup | undefined = undefined;
  /** Of a row that takes in another table, what it has taken in; undefined while that is not known. */
  taken: TakenIn | undefined = undefined;
  /** Of such a row, the keys that it shares with others. */
  readonly shared?: Set<string>;

  constructor(kind: BlockKind, addends: readonly Addend[], keys: Keys, hides: BlockKind | undefined, name = '') {
    this.kind = kind;
    this.addends = addends;
    this.keys = keys;
    this.hides = hides;
    this.name = name;
    if (kind === 'include') this.shared = new Set();
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
  /** The rows below the unit that take in other tables. */
  readonly includes = new Set<Entry>();

  constructor(unit: Entry | undefined, repeating: Map<Entry, number>) {
    this.unit = unit;
    this.keys = new Repetitions(repeating);
  }

  get name(): string {
    return this.unit?.name ?? '';
  }
}

/**
 * Which project belongs to which unit, and what the projects of each unit and the units of the whole table add up to,
 * those of tables that are taken in with them. A change costs what changed; only a unit that comes or goes costs its
 * own projects.
 */
export class Ledger {
  readonly #repeating = new Map<Entry, number>();
  readonly #keys = new Repetitions(this.#repeating);
  readonly department = new UnitGroup(undefined, this.#repeating);
  readonly #includes = new Set<Entry>();
  /** How many rows hide another that is no project. */
  #hiding = 0;
  /** How many projects there are. */
  projects = 0;
  /** The units' own amounts. */
  readonly units = new Tallies();
  /** Units whose sum or whose own amounts have changed since somebody last took them. */
  #stale = new Set<UnitGroup>();
  #staleTotal = false;
  /** What counts across tables; kept once there is another table. */
  #across: Across | undefined;

  /**
   * Puts entries in the place of others.
   * @param before the entry before the change, if any
   * @param after the entries behind the change, in order; read only as far as they change their unit
   */
  replace(removed: readonly Entry[], added: readonly Entry[], before: Entry | undefined, after: Iterable<Entry>): void {
    const kept =
      removed.length === 1 && added.length === 1 && removed[0]?.kind === 'unit' ? removed[0].group : undefined;
    const oldName = kept?.name ?? '';
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
    const renamed = this.#across !== undefined && kept !== undefined && group.name !== oldName;
    for (const entry of after) {
      if (entry.kind === 'unit' || (entry.group === group && !renamed)) break;
      if (entry.group === group) {
        this.#across?.remove(entry, oldName);
        this.#across?.add(entry, group.name);
        continue;
      }
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
    if (entry.kind === 'include') {
      this.#includes.add(entry);
      group.includes.add(entry);
    }
    this.#count(entry, group, 1);
    for (const key of entry.keys.unit) group.keys.add(key, entry);
    for (const key of entry.keys.table) {
      if (this.#keys.add(key, entry)) this.#across?.note('table', key);
    }
    this.#across?.add(entry, group.name);
    if (entry.taken)
      for (const kind of KEY_KINDS) for (const key of entry.taken.keys[kind]) this.#hold(kind, key, entry);
    this.#touch(entry, group);
  }

  #remove(entry: Entry): void {
    const group = entry.group as UnitGroup;
    if (entry.kind === 'unit') this.units.remove(entry);
    if (entry.kind === 'project') {
      group.projects.remove(entry);
      this.projects--;
    }
    if (entry.kind === 'include') {
      this.#includes.delete(entry);
      group.includes.delete(entry);
    }
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
    for (const key of entry.keys.table) {
      if (this.#keys.remove(key, entry)) this.#across?.note('table', key);
    }
    this.#across?.remove(entry, entry.group?.name ?? '');
    if (entry.taken)
      for (const kind of KEY_KINDS) for (const key of entry.taken.keys[kind]) this.#release(kind, key, entry);
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
    return known(this.whole(column), this.rows);
  }

  /** What a column of a unit is to be. Undefined while not known or where the unit lists no project. */
  sumOf(group: UnitGroup, column: number): ColumnSum | undefined {
    if (group.hiding > 0) return undefined;
    for (const entry of group.includes) if (!entry.taken || isUnclear(entry)) return undefined;
    // Some of its projects, or all of them once more, are in another table.
    if (group.name !== '' && this.#across?.names.members(group.name).some(({ kind }) => kind === 'include'))
      return undefined;
    return known(group.projects.of(column), group.projects.count);
  }

  /** How many rows the whole table is the sum of: units, projects without unit, and those of tables taken in. */
  get rows(): number {
    let rows = this.units.count + this.department.projects.count;
    for (const { taken } of this.#includes) rows += taken?.rows ?? 0;
    return rows;
  }

  /** Whether there are units, here or in a table that is taken in. */
  get hasUnits(): boolean {
    return this.units.count > 0 || [...this.#includes].some(({ taken }) => taken?.hasUnits);
  }

  /** Whether there are projects without a unit, here or in a table that is taken in. */
  get hasLoose(): boolean {
    return this.department.projects.count > 0 || [...this.department.includes].some(({ taken }) => taken?.loose);
  }

  /** What a column of the whole table adds up to. */
  whole(column: number): Tally {
    let tally = plus(this.units.of(column), this.department.projects.of(column));
    if (this.#hiding > 0 || this.department.hiding > 0) tally = { ...tally, unknown: tally.unknown + 1 };
    for (const entry of this.#includes) {
      const other = entry.taken?.sums[column] ?? EMPTY;
      // A unit that stands in two tables may be told there twice, or in parts.
      const isClear = entry.taken && !isUnclear(entry) && !this.#across?.sharesName(entry);
      tally = plus(tally, isClear ? other : { ...EMPTY, unknown: 1 });
    }
    return tally;
  }

  /**
   * Keeps from now on what counts across tables.
   * @param entries all that there are
   */
  look(entries: () => Iterable<Entry>): void {
    if (this.#across) return;
    this.#across = new Across(this.#repeating);
    for (const entry of entries()) this.#across.add(entry, entry.group?.name ?? '');
  }

  /** Who has a key of the whole table, or one that counts under a unit's name. */
  membersOf(key: string): readonly Entry[] {
    const members = this.#keys.members(key);
    return members.length > 0 ? members : (this.#across?.named.members(key) ?? []);
  }

  /** The keys that this table, and those it takes in, have. */
  keysOf(kind: KeyKind): Iterable<string> {
    return kind === 'table' ? this.#keys.keys() : (this.#across?.[kind].keys() ?? []);
  }

  hasKey(kind: KeyKind, key: string): boolean {
    return kind === 'table' ? this.#keys.has(key) : this.#across?.[kind].has(key) === true;
  }

  /** What has changed of these keys; undefined where that was too long ago to tell. */
  changesSince(position: number): readonly KeyChange[] | undefined {
    return this.#across?.changesSince(position);
  }

  /** How many changes of keys there have been. */
  get position(): number {
    return this.#across?.position ?? 0;
  }

  /**
   * Takes in what another table has now; undefined where that is not known. Costs what has changed since the last time.
   * @returns whether anything has
   */
  takeIn(entry: Entry, given: Given | undefined): boolean {
    const before = entry.taken;
    if (!given) {
      if (!before) return false;
      for (const kind of KEY_KINDS) for (const key of before.keys[kind]) this.#release(kind, key, entry);
      entry.taken = undefined;
      this.#touch(entry, entry.group as UnitGroup);
      return true;
    }
    const { ledger } = given;
    const keys = before?.keys ?? { table: new Set(), named: new Set(), names: new Set() };
    const changes = before?.ledger === ledger ? ledger.changesSince(before.position) : undefined;
    let changed = false;
    const settle = (kind: KeyKind, key: string) => {
      const has = ledger.hasKey(kind, key);
      if (has === keys[kind].has(key)) return;
      changed = true;
      if (has) {
        keys[kind].add(key);
        this.#hold(kind, key, entry);
      } else {
        keys[kind].delete(key);
        this.#release(kind, key, entry);
      }
    };
    if (changes) for (const { kind, key } of changes) settle(kind, key);
    else
      for (const kind of KEY_KINDS) {
        for (const key of ledger.keysOf(kind)) settle(kind, key);
        for (const key of [...keys[kind]]) settle(kind, key);
      }
    const sums = Array.from({ length: given.columns }, (_, column) => ledger.whole(column));
    const { rows, hasUnits } = ledger;
    const taken: TakenIn = { ledger, position: ledger.position, keys, sums, rows, hasUnits, loose: given.loose };
    entry.taken = taken;
    if (before && !changed && isSameSum(before, taken)) return false;
    this.#touch(entry, entry.group as UnitGroup);
    return true;
  }

  #hold(kind: KeyKind, key: string, entry: Entry): void {
    if (kind === 'table') {
      if (this.#keys.add(key, entry)) this.#across?.note(kind, key);
    } else this.#across?.hold(kind, key, entry);
    if (kind === 'names') this.#touchUnits(key);
  }

  #release(kind: KeyKind, key: string, entry: Entry): void {
    if (kind === 'table') {
      if (this.#keys.remove(key, entry)) this.#across?.note(kind, key);
    } else this.#across?.release(kind, key, entry);
    if (kind === 'names') this.#touchUnits(key);
  }

  /** The units of a name are to be compared again. */
  #touchUnits(name: string): void {
    for (const { kind, group } of this.#across?.names.members(name) ?? []) {
      if (kind === 'unit' && group) this.#stale.add(group);
    }
  }
}

function plus(a: Tally, b: Tally): Tally {
  return { sum: a.sum.plus(b.sum), addends: a.addends + b.addends, unknown: a.unknown + b.unknown };
}

function known({ sum, addends, unknown }: Tally, rows: number): ColumnSum | undefined {
  return rows === 0 || unknown > 0 ? undefined : { sum, addends, rows };
}

/** Whether nobody can tell whose the projects are that are taken in: the unit's above, or the whole table's. */
function isUnclear({ taken, group }: Entry): boolean {
  return taken?.loose === true && group?.unit !== undefined;
}

function isSameSum(a: TakenIn, b: TakenIn): boolean {
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

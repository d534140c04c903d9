import { Across, type KeyKind, type KeyOfKind } from './across.ts';
import { countsInUnit, type Entry } from './entry.ts';
import { Repetitions } from './repetitions.ts';
import { type Given, isSameSum, isUnclear, keysIn, keysToCompare, type TakenIn } from './takenIn.ts';
import { type ColumnSum, EMPTY, known, plus, Tallies, type Tally } from './tallies.ts';
import { UnitGroup } from './unitGroup.ts';

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
    for (const key of entry.keys) {
      if (countsInUnit(key)) group.keys.add(key, entry);
      else if (this.#keys.add(key, entry)) this.#across?.note('table', key);
    }
    this.#across?.add(entry, group.name);
    if (entry.taken) for (const key of keysIn(entry.taken)) this.#hold(key, entry);
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
    for (const key of entry.keys) {
      if (countsInUnit(key)) entry.group?.keys.remove(key, entry);
      else if (this.#keys.remove(key, entry)) this.#across?.note('table', key);
    }
    this.#across?.remove(entry, entry.group?.name ?? '');
    if (entry.taken) for (const key of keysIn(entry.taken)) this.#release(key, entry);
  }

  /** The entries that share a key with another. */
  get repeating(): ReadonlyMap<Entry, number> {
    return this.#repeating;
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
  changesSince(position: number): readonly KeyOfKind[] | undefined {
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
      for (const key of keysIn(before)) this.#release(key, entry);
      entry.taken = undefined;
      this.#touch(entry, entry.group as UnitGroup);
      return true;
    }
    const { ledger } = given;
    const keys = before?.keys ?? { table: new Set(), named: new Set(), names: new Set() };
    let changed = false;
    for (const one of keysToCompare(before, ledger)) {
      const { kind, key } = one;
      const has = ledger.hasKey(kind, key);
      if (has === keys[kind].has(key)) continue;
      changed = true;
      if (has) {
        keys[kind].add(key);
        this.#hold(one, entry);
      } else {
        keys[kind].delete(key);
        this.#release(one, entry);
      }
    }
    const sums = Array.from({ length: given.columns }, (_, column) => ledger.whole(column));
    const { rows, hasUnits } = ledger;
    const taken: TakenIn = { ledger, position: ledger.position, keys, sums, rows, hasUnits, loose: given.loose };
    entry.taken = taken;
    if (before && !changed && isSameSum(before, taken)) return false;
    this.#touch(entry, entry.group as UnitGroup);
    return true;
  }

  #hold({ kind, key }: KeyOfKind, entry: Entry): void {
    if (kind === 'table') {
      if (this.#keys.add(key, entry)) this.#across?.note(kind, key);
    } else this.#across?.hold(kind, key, entry);
    if (kind === 'names') this.#touchUnits(key);
  }

  #release({ kind, key }: KeyOfKind, entry: Entry): void {
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

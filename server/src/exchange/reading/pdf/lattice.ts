import { countTo, nearest } from './places.ts';
import type { Rule } from './rules.ts';

/** A table that is drawn with lines: where its rows and columns are parted, and the cells that lie between. */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly LatticeCell[];
  /** The cell at each place, row by row. */
  readonly places: readonly LatticeCell[];
}

export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Lines that are so near are one. */
const NEAR = 2.5;
/** More than any page holds. */
const MOST_PLACES = 200_000;

/** The tables of a page's lines, from the top down. */
export function latticesOf(rules: readonly Rule[]): Lattice[] {
  return groupsOf(rules)
    .flatMap((group) => latticeOf(group) ?? [])
    .sort((a, b) => (a.ys[0] as number) - (b.ys[0] as number));
}

/** Lines that touch each other, directly or through others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const joined = joinRules(rules);
  const across = joined.filter((rule) => rule.isAcross).sort((a, b) => a.at - b.at);
  const down = joined.filter((rule) => !rule.isAcross);
  const sets = new Sets(joined.length);
  const numbers = new Map(joined.map((rule, i) => [rule, i]));
  const heights = across.map(({ at }) => at);
  for (const rule of down) {
    const x = rule.at;
    const near = across.slice(countTo(heights, rule.from - NEAR), countTo(heights, rule.to + NEAR));
    for (const other of near) {
      if (x < other.from - NEAR || x > other.to + NEAR) continue;
      sets.join(numbers.get(rule) as number, numbers.get(other) as number);
    }
  }
  const groups = new Map<number, Rule[]>();
  for (const [i, rule] of joined.entries()) {
    const set = sets.of(i);
    const group = groups.get(set);
    if (group) group.push(rule);
    else groups.set(set, [rule]);
  }
  return [...groups.values()];
}

/** Lines that go on from each other, or are drawn twice, become one. */
function joinRules(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const isAcross of [true, false]) {
    const own = rules.filter((rule) => rule.isAcross === isAcross);
    const places = placesOf(own.map(({ at }) => at));
    const byPlace = places.map((): Rule[] => []);
    for (const rule of own) byPlace[nearest(places, rule.at)]?.push(rule);
    for (const [i, at] of places.entries()) {
      const inOrder = (byPlace[i] as Rule[]).sort((a, b) => a.from - b.from);
      let last: { isAcross: boolean; at: number; from: number; to: number } | undefined;
      for (const { from, to } of inOrder) {
        if (last && from <= last.to + NEAR) last.to = Math.max(last.to, to);
        else {
          last = { isAcross, at, from, to };
          joined.push(last);
        }
      }
    }
  }
  return joined;
}

function latticeOf(group: readonly Rule[]): Lattice | undefined {
  const across = group.filter((rule) => rule.isAcross);
  const down = group.filter((rule) => !rule.isAcross);
  if (across.length < 2 || down.length < 1) return undefined;
  // A table may be open at its sides.
  const xs = placesOf([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])]);
  const ys = placesOf([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])]);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > MOST_PLACES) return undefined;
  const rightOf = walls(down, xs, ys);
  const below = walls(across, ys, xs);
  const sets = new Sets(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = row * columns + column;
      if (column + 1 < columns && !rightOf.has((column + 1) * rows + row)) sets.join(place, place + 1);
      if (row + 1 < rows && !below.has((row + 1) * columns + column)) sets.join(place, place + columns);
    }
  }
  return { xs, ys, ...cellsOf(sets, rows, columns) };
}

/** Where lines part places: for each line's place the stretches that it runs along. */
function walls(rules: readonly Rule[], places: readonly number[], along: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const rule of rules) {
    const place = nearest(places, rule.at);
    for (let i = nearest(along, rule.from); i + 1 < along.length; i++) {
      const middle = ((along[i] as number) + (along[i + 1] as number)) / 2;
      if (middle > rule.to) break;
      if (middle >= rule.from) found.add(place * (along.length - 1) + i);
    }
  }
  return found;
}

function cellsOf(sets: Sets, rows: number, columns: number): Pick<Lattice, 'cells' | 'places'> {
  const cells = new Map<number, { row: number; column: number; rows: number; columns: number }>();
  const places: LatticeCell[] = [];
  for (let place = 0; place < rows * columns; place++) {
    const row = Math.floor(place / columns);
    const column = place % columns;
    const set = sets.of(place);
    const cell = cells.get(set) ?? { row, column, rows: 1, columns: 1 };
    cells.set(set, cell);
    const end = Math.max(cell.column + cell.columns, column + 1);
    cell.column = Math.min(cell.column, column);
    cell.columns = end - cell.column;
    cell.rows = row - cell.row + 1;
    places.push(cell);
  }
  return { cells: [...cells.values()], places };
}

/** Places in order, those that are near taken for one. */
function placesOf(values: readonly number[]): number[] {
  const places: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) places.push(value);
  }
  return places;
}

/** Which things belong together. */
class Sets {
  readonly #above: Int32Array;

  constructor(count: number) {
    this.#above = Int32Array.from({ length: count }, (_, i) => i);
  }

  of(thing: number): number {
    let top = thing;
    while (this.#above[top] !== top) {
      this.#above[top] = this.#above[this.#above[top] as number] as number;
      top = this.#above[top] as number;
    }
    return top;
  }

  join(a: number, b: number): void {
    const first = this.of(a);
    const second = this.of(b);
    this.#above[Math.max(first, second)] = Math.min(first, second);
  }
}

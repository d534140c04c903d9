import { Decimal } from './decimal.ts';
import type { Entry } from './entry.ts';

/** The running sum of one column over some rows. */
export interface Tally {
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

/** The sum of no rows. */
export const EMPTY: Tally = { sum: Decimal.zero, addends: 0, unknown: 0 };

/** Sums of several columns over some rows, kept up to date by taking an entry out and putting the new one in. */
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
    for (let column = 0; column < entry.addends.length; column++) {
      const addend = entry.addends[column];
      if (addend === undefined) continue;
      const tally = this.of(column);
      this.#columns[column] =
        addend === 'unknown'
          ? { ...tally, unknown: tally.unknown + sign }
          : {
              sum: sign > 0 ? tally.sum.plus(addend) : tally.sum.minus(addend),
              addends: tally.addends + sign,
              unknown: tally.unknown,
            };
    }
  }
}

/** The sum of two tables' rows. */
export function plus(a: Tally, b: Tally): Tally {
  return { sum: a.sum.plus(b.sum), addends: a.addends + b.addends, unknown: a.unknown + b.unknown };
}

/** What a running sum comes to; undefined while not known or where it is the sum of no rows. */
export function known({ sum, addends, unknown }: Tally, rows: number): ColumnSum | undefined {
  return rows === 0 || unknown > 0 ? undefined : { sum, addends, rows };
}

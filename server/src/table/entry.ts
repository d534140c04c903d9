import type { BlockKind } from '../syntax/nodes.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { type Decimal, sum } from './decimal.ts';
import type { Repeating } from './repetitions.ts';
import { amountOf, type Row, sourcesOf } from './row.ts';
import type { TakenIn } from './takenIn.ts';
import type { UnitGroup } from './unitGroup.ts';

/** What a row's amount adds to a sum: nothing where it is empty; `unknown` where it cannot be read. */
export type Addend = Decimal | 'unknown' | undefined;

/** What the ledger keeps of a row: its amounts by column, what others may repeat, and the unit it belongs to. */
export class Entry implements Repeating {
  readonly kind: BlockKind;
  readonly addends: readonly Addend[];
  /** What it has that others may have too: what counts within its unit, then what counts in the whole table. */
  readonly keys: readonly string[];
  /** How many of these count within its unit. */
  readonly unitKeys: number;
  /** A row of this kind seems to begin within it: whose amounts are whose is not known then. */
  readonly hides: BlockKind | undefined;
  /** Of a unit, the name it goes by in other tables; else empty. */
  readonly name: string;
  group: UnitGroup | undefined = undefined;
  /** Of a row that takes in another table, what it has taken in; undefined while that is not known. */
  taken: TakenIn | undefined = undefined;
  /** Of such a row, the keys that it shares with others. */
  readonly shared?: Set<string>;

  constructor(
    kind: BlockKind,
    addends: readonly Addend[],
    keys: readonly string[],
    unitKeys: number,
    hides: BlockKind | undefined,
    name = '',
  ) {
    this.kind = kind;
    this.addends = addends;
    this.keys = keys;
    this.unitKeys = unitKeys;
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
  const values: Addend[] = [];
  for (let column = 0; column < columns.length; column++) values.push(writtenIn(row, column));
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

/** What is written in a column. */
function writtenIn(row: Row, column: number): Addend {
  const reading = amountOf(row, column)?.reading;
  return reading?.problem ? 'unknown' : reading?.value;
}

function sumOf(addends: readonly (Decimal | 'unknown')[]): Decimal | 'unknown' {
  const known = addends.filter((addend) => addend !== 'unknown');
  return known.length === addends.length ? sum(known) : 'unknown';
}

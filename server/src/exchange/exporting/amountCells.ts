import type { Profile } from '../../profile/profile.ts';
import { type Decimal, sum } from '../../table/decimal.ts';
import type { CellPlace, SheetCell } from '../book.ts';
import { amountIn, type RowData, textsAt } from '../tableJson/tableData.ts';

/** An amount as a cell has it. */
interface AmountText {
  /** Empty where none is given. */
  readonly text: string;
  /** Undefined where it is no amount, or is not written as one. */
  readonly value?: Decimal | undefined;
}

/**
 * The cells of the amounts of a sheet's rows. Where an amount is exactly what others on the sheet add up to, its cell
 * says so, and the sheet goes on adding up when somebody changes it; where it is not, it is a figure and nothing more:
 * what was written is never changed. Units and 合计 are sums of what stands below, else of their sources.
 */
export class AmountCells {
  readonly #rows: readonly RowData[];
  readonly #profile: Profile;
  readonly #amounts: readonly (readonly AmountText[])[];
  readonly #below: readonly (readonly number[])[];
  /** The sheet's row that each of the table's rows begins at. */
  readonly #starts: readonly number[];
  readonly #firstColumn: number;

  constructor(rows: readonly RowData[], profile: Profile, starts: readonly number[], firstColumn: number) {
    this.#rows = rows;
    this.#profile = profile;
    this.#starts = starts;
    this.#firstColumn = firstColumn;
    this.#amounts = rows.map((row) => profile.columns.map(({ name }) => amountText(textsAt(row.amounts, name))));
    this.#below = rowsBelow(rows);
  }

  /** @param rowSpan over how many rows of the sheet they go */
  of(row: number, rowSpan = 1): SheetCell[] {
    const isStrong = isSum(this.#rows[row]);
    return this.#profile.columns.map((_, column) => {
      const { text, value } = this.#at(row, column);
      const sumOf = value && this.#sumOf(row, column, value);
      return {
        column: this.#firstColumn + column,
        text: value ? value.toAmount() : text,
        is: 'amount',
        ...(value && { number: value.toString(2) }),
        ...(sumOf && { sumOf }),
        ...(rowSpan > 1 && { rows: rowSpan }),
        ...(isStrong && { isStrong }),
      };
    });
  }

  #at(row: number, column: number): AmountText {
    return this.#amounts[row]?.[column] ?? { text: '' };
  }

  #sumOf(row: number, column: number, value: Decimal): CellPlace[] | undefined {
    const below = (this.#below[row] ?? []).map((other) => [other, column] as const);
    const { columns } = this.#profile;
    const sources = (columns[column]?.sumOf ?? []).map((name) => columns.findIndex((one) => one.name === name));
    const beside = sources.map((source) => [row, source] as const);
    const addends = [below, beside].find((places) => this.#addUpTo(value, places));
    return addends?.map(([other, at]) => ({ row: this.#starts[other] as number, column: this.#firstColumn + at }));
  }

  #addUpTo(value: Decimal, places: readonly (readonly [row: number, column: number])[]): boolean {
    const addends = places.map(([row, column]) => this.#at(row, column)).filter(({ text }) => text !== '');
    const values = addends.map((addend) => addend.value).filter((one) => one !== undefined);
    return values.length > 0 && values.length === addends.length && sum(values).equals(value);
  }
}

function amountText(texts: readonly string[]): AmountText {
  const text = texts.join('\n');
  return { text, value: amountIn(text) };
}

/** Whether a row is one that others add up to. */
export function isSum(row: RowData | undefined): boolean {
  return row?.kind === 'total' || row?.kind === 'unit';
}

/** Of each row those that add up to it: a unit's projects; the units, and the projects of no unit, to 合计. */
function rowsBelow(rows: readonly RowData[]): number[][] {
  const below = rows.map((): number[] => []);
  const all: number[] = [];
  let own = all;
  rows.forEach(({ kind }, i) => {
    if (kind === 'unit') {
      all.push(i);
      own = below[i] as number[];
    } else if (kind === 'project') own.push(i);
  });
  return rows.map(({ kind }, i) => (kind === 'total' ? all : (below[i] as number[])));
}

import type { Span } from '../../server/src/syntax/nodes.ts';
import { type Amount, amountOf, type Indicator, type IndicatorValue } from '../../server/src/table/row.ts';
import { readValue } from '../../server/src/table/value.ts';
import type { Edit, Expected, Mutation, Pick, PlacedRow, Slip, Table } from './mutation.ts';

/** Slips in amounts, and in what indicators say of money. */

interface PlacedAmount {
  readonly in: PlacedRow;
  readonly amount: Amount;
}

const TOTAL = 0;

const spanOf = (table: Table, { in: placed, amount }: PlacedAmount): Span => table.spanIn(placed, amount.node.text);
const isTotal = ({ amount }: PlacedAmount): boolean => amount.column === TOTAL;
const written = (table: Table): readonly PlacedAmount[] => table.amounts.filter(({ amount }) => amount.reading.value);

/** The amounts of the same column that an amount counts for: those of its unit, or of 合计. */
function above(table: Table, { in: placed, amount }: PlacedAmount): PlacedAmount[] {
  const index = table.rows.indexOf(placed);
  const rows = {
    project: () => table.rows.slice(0, index).findLast(({ row }) => row.kind === 'unit'),
    unit: () => table.rows.find(({ row }) => row.kind === 'total'),
  };
  const { kind } = placed.row;
  const up = kind === 'project' || kind === 'unit' ? rows[kind]() : undefined;
  const sum = up && amountOf(up.row, amount.column);
  return up && sum?.reading.value ? [{ in: up, amount: sum }] : [];
}

/** An amount's sum below it, and the sum that it is a part of, do not hold any more once it is another. */
function sumsMoved(table: Table, placed: PlacedAmount, rule: string): Expected[] {
  const own = placed.in.row.kind === 'project' ? [] : [placed];
  return [...own, ...above(table, placed)].map((sum) => ({ rule, at: spanOf(table, sum) }));
}

/** Another digit before the point, in the place of one that is there. */
function otherDigit(text: string, pick: Pick, isPossible = (_: string, __: string) => true): string | undefined {
  const whole = text.split('.')[0] as string;
  const at = pick([...whole].flatMap((character, i) => (/\d/.test(character) ? [i] : [])));
  if (at === undefined) return undefined;
  const old = text[at] as string;
  const digit = pick([...'123456789'].filter((other) => other !== old && isPossible(other, old)));
  return digit && text.slice(0, at) + digit + text.slice(at + 1);
}

/** A slip within one amount, which is found there and mended by its fix. */
function within(
  rule: string,
  name: string,
  restored: boolean,
  wrong: (text: string, pick: Pick) => string | undefined,
): Mutation {
  return {
    rule,
    name,
    slip(table, pick) {
      const placed = pick(written(table));
      if (!placed) return undefined;
      const at = spanOf(table, placed);
      const old = table.at(at);
      const text = wrong(old, pick);
      if (text === undefined || text === old) return undefined;
      return { edits: [{ ...at, text }], expected: [{ rule, at }], restored };
    },
  };
}

/** A character put in the place of another somewhere in a text. */
function replaceOne(text: string, pick: Pick, which: RegExp, by: (old: string) => string): string | undefined {
  const at = pick([...text].flatMap((character, i) => (which.test(character) ? [i] : [])));
  return at === undefined ? undefined : text.slice(0, at) + by(text[at] as string) + text.slice(at + 1);
}

const style: readonly Mutation[] = [
  within('amount-style', 'a space inside an amount', true, (text, pick) => {
    const at = pick([...text].flatMap((_, i) => (i > 0 ? [i] : [])));
    return at === undefined ? undefined : `${text.slice(0, at)}${pick([' ', '  ', '\u3000'])}${text.slice(at)}`;
  }),
  within('amount-style', 'a character in full width', true, (text, pick) =>
    replaceOne(text, pick, /[\d.,]/, (old) => String.fromCharCode(old.charCodeAt(0) + 0xfee0)),
  ),
  within('amount-style', 'decimals lost', true, (text) => text.replace(/(?:\.00|0)$/, '')),
  within('amount-style', 'commas lost', true, (text) => text.replaceAll(',', '')),
  within('amount-style', 'the unit behind an amount', true, (text, pick) => `${text}${pick(['万元', ' 万元', '万'])}`),
];

const invalid: readonly Mutation[] = [
  within('amount-invalid', 'a comma moved', true, (text, pick) => {
    if (!text.includes(',')) return undefined;
    const moved = replaceOne(text, pick, /,/, () => '') as string;
    const at = pick([1, 2, 3].filter((place) => place < moved.indexOf('.')));
    const wrong = at === undefined ? '' : `${moved.slice(0, at)},${moved.slice(at)}`;
    return wrong === text ? undefined : wrong;
  }),
  within('amount-invalid', 'a full stop for the point', true, (text) => text.replace('.', '。')),
  within('amount-invalid', 'a letter for a digit', false, (text, pick) =>
    replaceOne(text, pick, /[01]/, (old) => (old === '0' ? 'O' : 'l')),
  ),
  within('amount-invalid', 'a minus before an amount', false, (text) => `-${text}`),
];

const missing: readonly Mutation[] = [
  {
    rule: 'amount-missing',
    name: 'the line of the total dropped',
    slip(table, pick) {
      const total = pick(written(table).filter(isTotal));
      if (!total) return undefined;
      const name = table.spanIn(total.in, total.in.row.nameSpan);
      const line = table.linesOf(spanOf(table, total));
      return {
        edits: [{ ...line, text: '' }],
        expected: [{ rule: 'amount-missing', at: name }],
        restored: table.linesOf(name).end === line.start,
      };
    },
  },
  {
    rule: 'amount-missing',
    name: 'the total emptied',
    slip(table, pick) {
      const total = pick(written(table).filter(isTotal));
      if (!total) return undefined;
      const at = table.spanIn(total.in, total.amount.node.label);
      const edits = [{ ...spanOf(table, total), text: '' }];
      return { edits, expected: [{ rule: 'amount-missing', at }], restored: true };
    },
  },
];

const mismatch: readonly Mutation[] = [
  {
    rule: 'total-mismatch',
    name: 'a digit of a total',
    slip(table, pick) {
      const total = pick(written(table).filter(isTotal));
      const at = total && spanOf(table, total);
      const text = at && otherDigit(table.at(at), pick);
      if (!text) return undefined;
      const expected = [{ rule: 'total-mismatch', at }, ...sumsMoved(table, total, 'sum-mismatch')];
      return { edits: [{ ...at, text }], expected, restored: true };
    },
  },
  {
    rule: 'total-mismatch',
    name: 'a digit of a source',
    slip(table, pick) {
      const source = pick(written(table).filter((placed) => !isTotal(placed)));
      const at = source && spanOf(table, source);
      const text = at && otherDigit(table.at(at), pick);
      const total = source && amountOf(source.in.row, TOTAL);
      if (!text || !total) return undefined;
      const expected = [
        { rule: 'total-mismatch', at: spanOf(table, { in: source.in, amount: total }) },
        ...sumsMoved(table, source, 'sum-mismatch'),
      ];
      return { edits: [{ ...at, text }], expected, restored: false };
    },
  },
  {
    rule: 'sum-mismatch',
    name: 'a digit of the total and its only source',
    slip(table, pick) {
      const placed = pick(table.projects.filter(({ row, text }) => row.amounts.length === 2 && !text.includes('元/')));
      // More money, lest a ceiling be above it.
      const change = (text: string) => otherDigit(text, pick, (digit, old) => digit > old);
      return placed && changeAll(table, placed, change, 'sum-mismatch');
    },
  },
  {
    rule: 'sum-mismatch',
    name: 'a project dropped',
    slip(table, pick) {
      const placed = pick(table.projects);
      if (!placed) return undefined;
      const edits = [{ ...table.spanIn(placed, { start: 0, end: placed.text.length }), text: '' }];
      const amounts = placed.row.amounts.map((amount) => ({ in: placed, amount }));
      return { edits, expected: amounts.flatMap((one) => sumsMoved(table, one, 'sum-mismatch')), restored: false };
    },
  },
  {
    rule: 'sum-rounding',
    name: 'the last digit of a project’s total and its only source',
    slip(table, pick) {
      const placed = pick(table.projects.filter(({ row }) => row.amounts.length === 2));
      return placed && changeAll(table, placed, lastDigit, 'sum-rounding');
    },
  },
  {
    rule: 'sum-rounding',
    name: 'the last digit of a unit’s total and its only source',
    slip(table, pick) {
      const placed = pick(table.units.filter(({ row }) => row.amounts.length === 2));
      return placed && changeAll(table, placed, lastDigit, 'sum-rounding');
    },
  },
];

/** The next last digit, or the one before 9. */
function lastDigit(text: string): string {
  const digit = Number(text.at(-1));
  return `${text.slice(0, -1)}${digit < 9 ? digit + 1 : digit - 1}`;
}

/** All amounts of a row become the same other amount: the row holds, but not the sums that it is part of. */
function changeAll(
  table: Table,
  placed: PlacedRow,
  change: (text: string) => string | undefined,
  rule: string,
): Slip | undefined {
  const amounts = placed.row.amounts.map((amount) => ({ in: placed, amount }));
  const [first] = amounts;
  const text = first && change(table.at(spanOf(table, first)));
  if (!text || amounts.some((one) => table.at(spanOf(table, one)) !== table.at(spanOf(table, first)))) return undefined;
  return {
    edits: amounts.map((one) => ({ ...spanOf(table, one), text })),
    expected: amounts.flatMap((one) => sumsMoved(table, one, rule)),
    restored: false,
  };
}

interface PlacedIndicator {
  readonly in: PlacedRow;
  readonly indicator: Indicator;
}

/** Where the value for the year stands. */
function annual(table: Table, { in: placed, indicator }: PlacedIndicator): Span {
  const value = indicator.values.find(({ label }) => label?.span === 'year') as IndicatorValue;
  return table.spanIn(placed, value.node.text);
}

/** All values of an indicator, written anew. */
function rewrite(table: Table, { in: placed, indicator }: PlacedIndicator, change: (text: string) => string): Edit[] {
  return indicator.values.map(({ node, text }) => ({ ...table.spanIn(placed, node.text), text: change(text) }));
}

const readingOf = ({ indicator }: PlacedIndicator) => readValue(indicator.values.at(-1)?.text ?? '');

const money: readonly Mutation[] = [
  {
    rule: 'amount-ceiling',
    name: 'a ceiling with a digit too many',
    slip(table, pick) {
      const ceiling = pick(
        table.indicators.filter((placed) => {
          const reading = readingOf(placed);
          const isCost = placed.indicator.level2?.code === '41';
          return isCost && reading.kind === 'quantity' && reading.operator === '≤' && reading.unit === '万元';
        }),
      );
      const digit = pick([...'123456789']);
      return (
        ceiling && {
          edits: rewrite(table, ceiling, (text) => text.replace(/\d/, (first) => `${digit}${first}`)),
          expected: [{ rule: 'amount-ceiling', at: annual(table, ceiling) }],
          restored: false,
        }
      );
    },
  },
  {
    rule: 'quantity-times-price',
    name: 'another quantity or another price',
    slip(table, pick) {
      const placed = pick(table.projects.filter(({ text }) => text.includes('万元/家')));
      if (!placed) return undefined;
      const measuredIn = (unit: string) =>
        placed.row.indicators
          .map((indicator) => ({ in: placed, indicator }))
          .filter((one) => {
            const reading = readingOf(one);
            return reading.kind === 'quantity' && reading.unit === unit;
          });
      const [price] = measuredIn('万元/家');
      const [count, another] = measuredIn('家');
      const changed = pick([price, count]);
      if (!price || !changed || another) return undefined;
      const digit = pick([...'123456789']);
      return {
        edits: rewrite(table, changed, (text) => text.replace(/\d/, (first) => `${digit}${first}`)),
        expected: [{ rule: 'quantity-times-price', at: annual(table, price) }],
        restored: false,
      };
    },
  },
];

export const amounts: readonly Mutation[] = [...style, ...invalid, ...missing, ...mismatch, ...money];

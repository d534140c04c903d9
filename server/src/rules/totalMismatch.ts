import type { Vocabulary } from '../syntax/vocabulary.ts';
import { compareSum } from '../table/comparison.ts';
import { Decimal, sum } from '../table/decimal.ts';
import {
  type Amount,
  amountOf,
  columnName,
  type Row,
  sourceAmounts,
  sourcesOf,
  sourcesReadable,
} from '../table/row.ts';
import { RULES_ON_TOTALS } from './amountRules.ts';
import { lineBehind } from './edits.ts';
import { slipFor } from './labelSlips.ts';
import { mayStandIn } from './placement.ts';
import { putBehind } from './putAmount.ts';
import type { BlockRule, Fix, Related, Report, RuleExplanation } from './rule.ts';

interface Data {
  readonly column: number;
  readonly sum: Decimal;
  readonly stated: Decimal;
}

export const totalMismatchExplained: RuleExplanation = {
  explanation: {
    zh: '每一行的总计等于它的各项资金来源之和。来源都空着、有一项读不出或栏目名写错时不检查。差额在四舍五入范围内(0.005 ×(加数个数 + 1))只作参考。',
    en: "A row's total is the sum of its sources. Nothing is checked where no source is given. A difference that rounding explains, within 0.005 × (number of addends + 1), is only noted.",
  },
  reason: {
    zh: '总计是批复和拨款的依据,与来源对不上,不知道该批哪个数。',
    en: 'Money is granted by the total; where it is not its sources, nobody knows which figure to grant.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
总计: 120.00
财政拨款: 100.00
其他资金: 10.00
`,
    right: `
项目名称: 科普活动经费
总计: 120.00
财政拨款: 100.00
其他资金: 20.00
`,
  },
};

export const totalMismatch: BlockRule = {
  id: 'total-mismatch',
  scope: 'block',
  severity: 'error',
  review: 'form',
  compares: true,
  title: { zh: '总计与资金来源之和不符', en: 'The total is not the sum of its sources' },
  messages: {
    mismatch: {
      zh: '{column} {stated} 与资金来源之和 {sum} 不符,相差 {difference}',
      en: '{column} is {stated}, but its sources add up to {sum}; the difference is {difference}',
    },
    rounding: {
      zh: '{column} {stated} 与资金来源之和 {sum} 相差 {difference},可能是四舍五入所致',
      en: '{column} is {stated}, its sources add up to {sum}; the difference of {difference} may come from rounding',
    },
    source: { zh: '{column} {amount}', en: '{column} {amount}' },
    setTotal: { zh: '把{column}改为 {sum}', en: 'Set {column} to {sum}' },
    fillSource: { zh: '把差额 {difference} 填入{column}', en: 'Put the difference of {difference} into {column}' },
  },
  fixesMayAdd: RULES_ON_TOTALS,

  check(row, text, { vocabulary }, report) {
    if (!mayStandIn(row.kind, 'amount')) return;
    for (let column = 0; column < vocabulary.sources.length; column++) {
      const found = mismatchIn(row, column, text, vocabulary);
      if (found) report(reportOn(found, row, vocabulary));
    }
  },

  fixes(finding, row, text, { vocabulary }) {
    const { column, sum: computed, stated } = finding.data as Data;
    const total = amountOf(row, column);
    if (!total) return [];
    const setTotal: Fix = {
      message: 'setTotal',
      args: { column: columnName(vocabulary, column), sum: computed.toAmount() },
      edits: [{ ...total.node.text, text: computed.toAmount() }],
      preferred: true,
    };
    if (finding.message === 'rounding') return [setTotal];
    const fill = fillEmptySource(row, column, stated.minus(computed), text, vocabulary);
    if (!fill) return [{ ...setTotal, sure: 'asked' }];
    // A source whose label is there and empty was meant to be filled in.
    const { preferred, ...other } = setTotal;
    return fill.preferred ? [fill, other] : [{ ...other, preferred }, fill];
  },
};

interface Mismatch {
  readonly total: Amount;
  readonly stated: Decimal;
  readonly computed: Decimal;
  readonly comparison: 'rounding' | 'mismatch';
}

/** How a total differs from the sum of its sources; undefined where it does not, or nobody can tell. */
function mismatchIn(row: Row, column: number, text: string, vocabulary: Vocabulary): Mismatch | undefined {
  const sources = sourcesOf(vocabulary, column);
  const total = sources.length > 0 ? amountOf(row, column) : undefined;
  const stated = total?.reading.value;
  if (!total || !stated || !sourcesReadable(row, column, vocabulary)) return undefined;
  for (const source of sources) if (slipFor('column', source, row, text, vocabulary)) return undefined;
  const addends = sourceAmounts(row, column, vocabulary);
  if (addends.length === 0) return undefined;
  const computed = sum(addends);
  const comparison = compareSum(stated, computed, addends.length);
  return comparison === 'equal' ? undefined : { total, stated, computed, comparison };
}

function reportOn({ total, stated, computed, comparison }: Mismatch, row: Row, vocabulary: Vocabulary): Report {
  const { column } = total;
  return {
    span: total.node.text,
    message: comparison,
    ...(comparison === 'rounding' && { severity: 'info' as const }),
    args: {
      column: columnName(vocabulary, column),
      stated: stated.toAmount(),
      sum: computed.toAmount(),
      difference: stated.minus(computed).abs().toAmount(),
    },
    related: () => sourcesOf(vocabulary, column).flatMap((source) => relatedSource(row, source, vocabulary)),
    data: { column, sum: computed, stated } satisfies Data,
  };
}

function relatedSource(row: Row, source: number, vocabulary: Vocabulary): Related[] {
  const amount = amountOf(row, source);
  if (!amount?.reading.value) return [];
  const args = { column: columnName(vocabulary, source), amount: amount.reading.value.toAmount() };
  return [{ span: amount.node.text, message: 'source', args }];
}

/**
 * Where the sources are too little and exactly one is empty, the difference may be what it lacks. One whose label is
 * there and empty goes before those that are not in the row.
 */
function fillEmptySource(
  row: Row,
  column: number,
  difference: Decimal,
  text: string,
  vocabulary: Vocabulary,
): Fix | undefined {
  const empty = sourcesOf(vocabulary, column).filter((source) => !amountOf(row, source)?.reading.value);
  const labelled = empty.filter((source) => amountOf(row, source));
  const [source, another] = labelled.length > 0 ? labelled : empty;
  if (source === undefined || another !== undefined || difference.compare(Decimal.zero) <= 0) return undefined;
  const name = columnName(vocabulary, source);
  const amount = difference.toAmount();
  const fix = { message: 'fillSource', args: { difference: amount, column: name } };
  const label = amountOf(row, source)?.node.label;
  if (label) return { ...fix, edits: [putBehind(label, amount, text)], preferred: true };
  const last = row.amounts.at(-1)?.node;
  if (!last) return undefined;
  return { ...fix, edits: [lineBehind(text, last.end, last.start, `${name}: ${amount}`)] };
}

import type { Bilingual } from '../profile/profile.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { columnName } from '../table/row.ts';
import type { Fix, Report, StatedSum, SumRule } from './rule.ts';

/** What the rules on sums have in common. */
export const SUM_RULE = {
  scope: 'table',
  looksAt: 'sums',
  review: 'form',
  compares: true,
  // A unit's amount that changes may no longer be what its own sources make, nor what 合计 counts on.
  fixesMayAdd: ['total-mismatch', 'sum-mismatch', 'sum-rounding'],
} as const satisfies Partial<SumRule>;

/** A stated sum beside the computed one: `messages` says what of it, for a unit's, 合计 over units and 合计 over projects. */
export function reportSum(sum: StatedSum, vocabulary: Vocabulary): Report {
  return {
    span: sum.amount.node.text,
    message: sum.of,
    args: {
      column: columnName(vocabulary, sum.column),
      stated: sum.stated.toAmount(),
      sum: sum.computed.toAmount(),
      difference: sum.stated.minus(sum.computed).abs().toAmount(),
      count: String(sum.rows),
    },
    related: sum.listed,
  };
}

/** Writes the computed sum in the place of the stated one. */
export function setToSum(finding: Report): Fix {
  const amount = finding.args?.sum ?? '';
  return {
    message: 'setToSum',
    args: { sum: amount, column: finding.args?.column ?? '' },
    edits: [{ ...finding.span, text: amount }],
    preferred: true,
  };
}

export const sumMessages = {
  addend: { zh: '{name}: {amount}', en: '{name}: {amount}' },
  more: { zh: '另有 {count} 项没有列在这里', en: '{count} more are not listed here' },
  setToSum: { zh: '把{column}改为 {sum}', en: 'Set {column} to {sum}' },
} satisfies Record<string, Bilingual>;

import type { Bilingual } from '../profile/profile.ts';
import type { Fix, Report, StatedSum } from './rule.ts';

/** What the rules on sums share: a report of a stated sum, and the fix that sets it right. */
export function reportSum(sum: StatedSum, column: string): Report {
  return {
    span: sum.amount.node.text,
    message: sum.of,
    args: {
      column,
      stated: sum.stated.toAmount(),
      sum: sum.computed.toAmount(),
      difference: sum.stated.minus(sum.computed).abs().toAmount(),
      count: String(sum.rows),
    },
    related: sum.listed,
  };
}

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

/** A unit's amount that changes may no longer be what its own sources make, nor what 合计 counts on. */
export const CHANGED_SUM_MAY_ADD: readonly string[] = ['total-mismatch', 'sum-mismatch', 'sum-rounding'];

import { RULES_ON_TOTALS } from './amountRules.ts';
import { RULES_ON_VALUES } from './valueRules.ts';

/**
 * The rules that judge what stands behind labels, and what labels a row has: any of them may speak once text becomes
 * the content of a label, or content becomes text again.
 */
export const RULES_ON_CONTENT: readonly string[] = [
  ...['amount-invalid', 'amount-style', 'amount-missing', 'total-mismatch', ...RULES_ON_TOTALS],
  ...['money-unit', 'unknown-profile'],
  ...['unknown-label', 'unexpected-text', 'duplicate-field', 'duplicate-project', 'include'],
  ...['unknown-class', 'class-name', 'class-parent', 'class-missing', 'satisfaction-class', 'class-content'],
  ...['routine-indicator', 'indicator-numbering', 'duplicate-indicator', 'indicator-punctuation'],
  ...['duplicate-value', 'conflicting-value', 'missing-value', 'placeholder-value', 'value-prefix'],
  ...RULES_ON_VALUES,
  ...['missing-goal', 'truncated-text', 'missing-indicators', 'missing-class', 'cost-indicator', 'repeated-goal'],
  ...['weights', 'stale-year'],
];

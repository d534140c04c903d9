/** The rules that judge what a value says: any of them may speak where a fix makes another value the one that counts. */
export const RULES_ON_VALUES: readonly string[] = [
  ...['missing-unit', 'rate-value', 'percent-range', 'vague-value', 'value-disagreement', 'satisfaction-target'],
  'name-is-value',
];

/** Those of them that ask for an indicator's class: they may speak where a fix gives it another. */
export const RULES_ON_CLASSED_VALUES: readonly string[] = ['rate-value', 'vague-value', 'satisfaction-target'];

import { amountInvalid } from './amountInvalid.ts';
import { className } from './className.ts';
import { classParent } from './classParent.ts';
import { conflictingValue } from './conflictingValue.ts';
import { costIndicator } from './costIndicator.ts';
import { duplicateIndicator } from './duplicateIndicator.ts';
import { duplicateValue } from './duplicateValue.ts';
import { mergeConflict } from './mergeConflict.ts';
import { missingClass } from './missingClass.ts';
import { missingGoal } from './missingGoal.ts';
import { missingIndicators } from './missingIndicators.ts';
import { repeatedGoal } from './repeatedGoal.ts';
import type { BlockRule, RepetitionRule, Rule, StartRule, SumRule, SuppressionRule } from './rule.ts';
import { staleYear } from './staleYear.ts';
import { sumMismatch } from './sumMismatch.ts';
import { sumRounding } from './sumRounding.ts';
import { totalMismatch } from './totalMismatch.ts';
import { truncatedText } from './truncatedText.ts';
import { unexpectedText } from './unexpectedText.ts';
import { unknownClass } from './unknownClass.ts';
import { weights } from './weights.ts';

/** All rules, in the order of their groups: amounts, structure, classes, indicators, completeness, suppressions. */
export const rules: readonly Rule[] = [
  amountInvalid,
  totalMismatch,
  sumMismatch,
  sumRounding,
  unexpectedText,
  mergeConflict,
  unknownClass,
  className,
  classParent,
  duplicateIndicator,
  duplicateValue,
  conflictingValue,
  missingGoal,
  truncatedText,
  missingIndicators,
  missingClass,
  costIndicator,
  repeatedGoal,
  weights,
  staleYear,
];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
export const ruleIds: ReadonlySet<string> = new Set(ruleById.keys());

export const blockRules: readonly BlockRule[] = rules.filter((rule) => rule.scope === 'block');
export const sumRules = tableRules('sums');
export const repetitionRules = tableRules('repetitions');
export const startRules = tableRules('start');
export const suppressionRules = tableRules('suppressions');

type TableRule = SumRule | RepetitionRule | StartRule | SuppressionRule;

function tableRules<Kind extends TableRule['looksAt']>(kind: Kind): readonly Extract<TableRule, { looksAt: Kind }>[] {
  return rules.filter(
    (rule): rule is Extract<TableRule, { looksAt: Kind }> => rule.scope === 'table' && rule.looksAt === kind,
  );
}

import { amountInvalid } from './amountInvalid.ts';
import { className } from './className.ts';
import { classParent } from './classParent.ts';
import { conflictingValue } from './conflictingValue.ts';
import { duplicateIndicator } from './duplicateIndicator.ts';
import { duplicateValue } from './duplicateValue.ts';
import { indicatorNumbering } from './indicatorNumbering.ts';
import { indicatorPunctuation } from './indicatorPunctuation.ts';
import { mergeConflict } from './mergeConflict.ts';
import { missingValue } from './missingValue.ts';
import { placeholderValue } from './placeholderValue.ts';
import type { BlockRule, RepetitionRule, Rule, StartRule, SumRule, SuppressionRule } from './rule.ts';
import { sumMismatch } from './sumMismatch.ts';
import { sumRounding } from './sumRounding.ts';
import { totalMismatch } from './totalMismatch.ts';
import { unexpectedText } from './unexpectedText.ts';
import { unknownClass } from './unknownClass.ts';
import { valuePrefix } from './valuePrefix.ts';

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
  indicatorNumbering,
  duplicateIndicator,
  indicatorPunctuation,
  duplicateValue,
  conflictingValue,
  missingValue,
  placeholderValue,
  valuePrefix,
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

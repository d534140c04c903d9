import { amountCeiling } from './amountCeiling.ts';
import { amountInvalid } from './amountInvalid.ts';
import { amountMissing } from './amountMissing.ts';
import { amountStyle } from './amountStyle.ts';
import { classContent } from './classContent.ts';
import { classMissing } from './classMissing.ts';
import { className } from './className.ts';
import { classParent } from './classParent.ts';
import { conflictingValue } from './conflictingValue.ts';
import { costIndicator } from './costIndicator.ts';
import { duplicateField } from './duplicateField.ts';
import { duplicateIndicator } from './duplicateIndicator.ts';
import { duplicateProject } from './duplicateProject.ts';
import { duplicateValue } from './duplicateValue.ts';
import { include } from './include.ts';
import { indicatorNumbering } from './indicatorNumbering.ts';
import { indicatorPunctuation } from './indicatorPunctuation.ts';
import { mergeConflict } from './mergeConflict.ts';
import { missingClass } from './missingClass.ts';
import { missingGoal } from './missingGoal.ts';
import { missingIndicators } from './missingIndicators.ts';
import { missingUnit } from './missingUnit.ts';
import { missingValue } from './missingValue.ts';
import { moneyUnit } from './moneyUnit.ts';
import { nameIsValue } from './nameIsValue.ts';
import { percentRange } from './percentRange.ts';
import { placeholderValue } from './placeholderValue.ts';
import { quantityTimesPrice } from './quantityTimesPrice.ts';
import { rateValue } from './rateValue.ts';
import { repeatedGoal } from './repeatedGoal.ts';
import { routineIndicator } from './routineIndicator.ts';
import type { BlockRule, RepetitionRule, Rule, StartRule, SumRule, SuppressionRule } from './rule.ts';
import { satisfactionClass } from './satisfactionClass.ts';
import { satisfactionTarget } from './satisfactionTarget.ts';
import { staleYear } from './staleYear.ts';
import { sumMismatch } from './sumMismatch.ts';
import { sumRounding } from './sumRounding.ts';
import { totalMismatch } from './totalMismatch.ts';
import { truncatedText } from './truncatedText.ts';
import { unexpectedText } from './unexpectedText.ts';
import { unknownClass } from './unknownClass.ts';
import { unknownLabel } from './unknownLabel.ts';
import { unknownProfile } from './unknownProfile.ts';
import { unknownRule } from './unknownRule.ts';
import { unusedSuppression } from './unusedSuppression.ts';
import { vagueValue } from './vagueValue.ts';
import { valueDisagreement } from './valueDisagreement.ts';
import { valuePrefix } from './valuePrefix.ts';
import { weights } from './weights.ts';

/** All rules, in the order of their groups: amounts, structure, classes, indicators, completeness, suppressions. */
export const rules: readonly Rule[] = [
  amountInvalid,
  amountStyle,
  amountMissing,
  totalMismatch,
  sumMismatch,
  sumRounding,
  amountCeiling,
  quantityTimesPrice,
  moneyUnit,
  unknownProfile,
  unknownLabel,
  unexpectedText,
  duplicateField,
  duplicateProject,
  mergeConflict,
  include,
  unknownClass,
  className,
  classParent,
  classMissing,
  satisfactionClass,
  classContent,
  routineIndicator,
  indicatorNumbering,
  duplicateIndicator,
  indicatorPunctuation,
  duplicateValue,
  conflictingValue,
  missingValue,
  placeholderValue,
  valuePrefix,
  missingUnit,
  rateValue,
  percentRange,
  vagueValue,
  valueDisagreement,
  satisfactionTarget,
  nameIsValue,
  missingGoal,
  truncatedText,
  missingIndicators,
  missingClass,
  costIndicator,
  repeatedGoal,
  weights,
  staleYear,
  unusedSuppression,
  unknownRule,
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

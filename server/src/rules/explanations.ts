import { amountCeilingExplained } from './amountCeiling.ts';
import { amountInvalidExplained } from './amountInvalid.ts';
import { amountMissingExplained } from './amountMissing.ts';
import { amountStyleExplained } from './amountStyle.ts';
import { classContentExplained } from './classContent.ts';
import { classMissingExplained } from './classMissing.ts';
import { classNameExplained } from './className.ts';
import { classParentExplained } from './classParent.ts';
import { conflictingValueExplained } from './conflictingValue.ts';
import { costIndicatorExplained } from './costIndicator.ts';
import { duplicateFieldExplained } from './duplicateField.ts';
import { duplicateIndicatorExplained } from './duplicateIndicator.ts';
import { duplicateProjectExplained } from './duplicateProject.ts';
import { duplicateValueExplained } from './duplicateValue.ts';
import { includeExplained } from './include.ts';
import { indicatorNumberingExplained } from './indicatorNumbering.ts';
import { indicatorPunctuationExplained } from './indicatorPunctuation.ts';
import { mergeConflictExplained } from './mergeConflict.ts';
import { missingClassExplained } from './missingClass.ts';
import { missingGoalExplained } from './missingGoal.ts';
import { missingIndicatorsExplained } from './missingIndicators.ts';
import { missingUnitExplained } from './missingUnit.ts';
import { missingValueExplained } from './missingValue.ts';
import { moneyUnitExplained } from './moneyUnit.ts';
import { nameIsValueExplained } from './nameIsValue.ts';
import { percentRangeExplained } from './percentRange.ts';
import { placeholderValueExplained } from './placeholderValue.ts';
import { quantityTimesPriceExplained } from './quantityTimesPrice.ts';
import { rateValueExplained } from './rateValue.ts';
import { repeatedGoalExplained } from './repeatedGoal.ts';
import { routineIndicatorExplained } from './routineIndicator.ts';
import type { RuleExplanation } from './rule.ts';
import { satisfactionClassExplained } from './satisfactionClass.ts';
import { satisfactionTargetExplained } from './satisfactionTarget.ts';
import { staleYearExplained } from './staleYear.ts';
import { sumMismatchExplained } from './sumMismatch.ts';
import { sumRoundingExplained } from './sumRounding.ts';
import { totalMismatchExplained } from './totalMismatch.ts';
import { truncatedTextExplained } from './truncatedText.ts';
import { unexpectedTextExplained } from './unexpectedText.ts';
import { unknownClassExplained } from './unknownClass.ts';
import { unknownLabelExplained } from './unknownLabel.ts';
import { unknownProfileExplained } from './unknownProfile.ts';
import { unknownRuleExplained } from './unknownRule.ts';
import { unusedSuppressionExplained } from './unusedSuppression.ts';
import { vagueValueExplained } from './vagueValue.ts';
import { valueDisagreementExplained } from './valueDisagreement.ts';
import { valuePrefixExplained } from './valuePrefix.ts';
import { weightsExplained } from './weights.ts';

/** What is said of each rule, by its id: data, which the build bundles without the code that stands beside it. */
export const explanations: Readonly<Record<string, RuleExplanation>> = {
  'amount-invalid': amountInvalidExplained,
  'amount-style': amountStyleExplained,
  'amount-missing': amountMissingExplained,
  'total-mismatch': totalMismatchExplained,
  'sum-mismatch': sumMismatchExplained,
  'sum-rounding': sumRoundingExplained,
  'amount-ceiling': amountCeilingExplained,
  'quantity-times-price': quantityTimesPriceExplained,
  'money-unit': moneyUnitExplained,
  'unknown-profile': unknownProfileExplained,
  'unknown-label': unknownLabelExplained,
  'unexpected-text': unexpectedTextExplained,
  'duplicate-field': duplicateFieldExplained,
  'duplicate-project': duplicateProjectExplained,
  'merge-conflict': mergeConflictExplained,
  include: includeExplained,
  'unknown-class': unknownClassExplained,
  'class-name': classNameExplained,
  'class-parent': classParentExplained,
  'class-missing': classMissingExplained,
  'satisfaction-class': satisfactionClassExplained,
  'class-content': classContentExplained,
  'routine-indicator': routineIndicatorExplained,
  'indicator-numbering': indicatorNumberingExplained,
  'duplicate-indicator': duplicateIndicatorExplained,
  'indicator-punctuation': indicatorPunctuationExplained,
  'duplicate-value': duplicateValueExplained,
  'conflicting-value': conflictingValueExplained,
  'missing-value': missingValueExplained,
  'placeholder-value': placeholderValueExplained,
  'value-prefix': valuePrefixExplained,
  'missing-unit': missingUnitExplained,
  'rate-value': rateValueExplained,
  'percent-range': percentRangeExplained,
  'vague-value': vagueValueExplained,
  'value-disagreement': valueDisagreementExplained,
  'satisfaction-target': satisfactionTargetExplained,
  'name-is-value': nameIsValueExplained,
  'missing-goal': missingGoalExplained,
  'truncated-text': truncatedTextExplained,
  'missing-indicators': missingIndicatorsExplained,
  'missing-class': missingClassExplained,
  'cost-indicator': costIndicatorExplained,
  'repeated-goal': repeatedGoalExplained,
  weights: weightsExplained,
  'stale-year': staleYearExplained,
  'unused-suppression': unusedSuppressionExplained,
  'unknown-rule': unknownRuleExplained,
};

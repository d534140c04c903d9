import { squeeze } from '../syntax/characters.ts';
import { isForValue, type Vocabulary } from '../syntax/vocabulary.ts';
import type { Indicator, IndicatorValue } from '../table/row.ts';

/** Whether an indicator stops before it says all its values: that is the finding, not the mark it lacks. */
export function isUnfinished(indicator: Indicator, vocabulary: Vocabulary): boolean {
  const { values } = indicator;
  if (values.length === 0 || values.some((value) => isCutLabel(value, indicator, vocabulary))) return true;
  return vocabulary.valueLabels.some(
    (label, index) => isForValue(label) && !values.some(({ node }) => node.index === index || node.index < 0),
  );
}

/** Whether what seems a value without label is a label that the indicator's end cut off: `…; 实`. */
export function isCutLabel({ node, text }: IndicatorValue, indicator: Indicator, { valueWords }: Vocabulary): boolean {
  if (node.label || node.end !== indicator.node.end) return false;
  const cut = squeeze(text);
  return valueWords.some(({ word }) => word.length > cut.length && word.startsWith(cut));
}

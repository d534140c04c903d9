import { isForValue } from '../syntax/vocabulary.ts';
import type { Indicator, IndicatorValue } from '../table/row.ts';
import type { ValueReading } from '../table/value.ts';

/** The value that an indicator is judged by, read. */
export interface JudgedValue {
  readonly value: IndicatorValue;
  /** As written, squeezed. */
  readonly text: string;
  readonly reading: ValueReading;
}

/**
 * The one value that an indicator is judged by, so that one slip is found once: the year's, else the period's; the
 * first of each that is not empty. Undefined where neither says anything.
 */
export function judgedValue({ year, period }: Indicator): JudgedValue | undefined {
  const value = year ?? period;
  return value && { value, text: value.said.squeezed, reading: value.said.reading };
}

/** Whether a value is one of the year or the period: weights and explanations are not. */
export function isOfPeriodOrYear({ label }: IndicatorValue): boolean {
  return !label || isForValue(label);
}

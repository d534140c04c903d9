import { squeeze } from '../syntax/characters.ts';
import { isForValue } from '../syntax/vocabulary.ts';
import type { Indicator, IndicatorValue } from '../table/row.ts';
import { readValue, type ValueReading } from '../table/value.ts';

/** The value that an indicator is judged by, read. */
export interface JudgedValue {
  readonly value: IndicatorValue;
  /** As written, squeezed. */
  readonly text: string;
  readonly reading: ValueReading;
}

/** Values that were read last: the same few stand in most indicators. */
const readings = new Map<string, ValueReading>();
const KEPT_READINGS = 2_000;

function reading(text: string): ValueReading {
  let read = readings.get(text);
  if (!read) {
    read = readValue(text);
    if (readings.size >= KEPT_READINGS) readings.clear();
    readings.set(text, read);
  }
  return read;
}

const judged = new WeakMap<Indicator, JudgedValue | null>();

/**
 * The one value that an indicator is judged by, so that one slip is found once: the year's, else the period's; the
 * first of each that is not empty. Undefined where neither says anything.
 */
export function judgedValue(indicator: Indicator): JudgedValue | undefined {
  let found = judged.get(indicator);
  if (found === undefined) {
    const value = valueFor(indicator, 'year') ?? valueFor(indicator, 'period');
    found = value ? { value, text: squeeze(value.text), reading: reading(value.text) } : null;
    judged.set(indicator, found);
  }
  return found ?? undefined;
}

/** The first value of an indicator for the year or the period that is not empty; one without label is for both. */
export function valueFor(indicator: Indicator, span: 'year' | 'period'): IndicatorValue | undefined {
  return indicator.values.find(({ label, text }) => (!label || label.span === span) && squeeze(text) !== '');
}

/** Whether a value is one of the year or the period: weights and explanations are not. */
export function isOfPeriodOrYear({ label }: IndicatorValue): boolean {
  return !label || isForValue(label);
}

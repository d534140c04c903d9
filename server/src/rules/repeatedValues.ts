import { squeeze } from '../syntax/characters.ts';
import type { Indicator, IndicatorValue, Row } from '../table/row.ts';

/** A value label that an indicator has more than once. */
export interface RepeatedValue {
  readonly indicator: Indicator;
  readonly label: string;
  /** The values with that label, and their places among all values of the indicator. */
  readonly values: readonly IndicatorValue[];
  readonly places: readonly number[];
  /** Whether all say the same, spaces and width aside. */
  readonly same: boolean;
}

/** The value labels that the indicators of a row repeat, for the two rules that judge them. */
export function repeatedValues(row: Row): RepeatedValue[] {
  return row.indicators.flatMap((indicator) => {
    if (indicator.values.length < 2) return [];
    const labels = new Set(indicator.values.map((value) => value.label));
    return [...labels].flatMap((label): RepeatedValue[] => {
      const places = indicator.values.flatMap((value, i) => (label && value.label === label ? [i] : []));
      if (!label || places.length < 2) return [];
      const values = places.map((i) => indicator.values[i] as IndicatorValue);
      const same = new Set(values.map((value) => squeeze(value.text))).size === 1;
      return [{ indicator, label: label.name, values, places, same }];
    });
  });
}

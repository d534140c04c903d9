import { squeeze } from '../syntax/characters.ts';
import type { Indicator, IndicatorValue, Row } from '../table/row.ts';
import { indicatorsOf } from './placement.ts';

/** A value of an indicator and its place among all of them. */
export interface PlacedValue extends IndicatorValue {
  readonly place: number;
}

/** A value label that an indicator has more than once. */
export interface RepeatedValue {
  readonly indicator: Indicator;
  readonly label: string;
  /** The values with that label, in order. */
  readonly values: readonly PlacedValue[];
  /** One of each text that is written, spaces and width aside: none where all are empty. */
  readonly different: readonly PlacedValue[];
}

/** The value labels that the indicators of a row repeat, for the two rules that judge them. */
export function repeatedValues(row: Row): RepeatedValue[] {
  return indicatorsOf(row).flatMap((indicator) => {
    if (!hasRepeated(indicator)) return [];
    const all = indicator.values.map((value, place): PlacedValue => ({ ...value, place }));
    const labels = new Set(all.map((value) => value.label));
    return [...labels].flatMap((label): RepeatedValue[] => {
      const values = all.filter((value) => label && value.label === label);
      if (!label || values.length < 2) return [];
      return [{ indicator, label: label.name, values, different: different(values) }];
    });
  });
}

/** Most indicators have each label once: no more is looked at for those. */
function hasRepeated({ values }: Indicator): boolean {
  return values.some(({ label }, i) => label !== undefined && values.findIndex((other) => other.label === label) < i);
}

function different(values: readonly PlacedValue[]): PlacedValue[] {
  const seen = new Map<string, PlacedValue>();
  for (const value of values) {
    const text = squeeze(value.text);
    if (text !== '' && !seen.has(text)) seen.set(text, value);
  }
  return [...seen.values()];
}

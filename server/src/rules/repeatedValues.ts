import type { Indicator, IndicatorValue } from '../table/row.ts';

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

const NONE: readonly RepeatedValue[] = [];

/** The value labels that an indicator repeats, for the two rules that judge them. */
export function repeatedValues(indicator: Indicator): readonly RepeatedValue[] {
  if (!hasRepeated(indicator)) return NONE;
  const all = indicator.values.map((value, place): PlacedValue => ({ ...value, place }));
  const labels = new Set(all.map((value) => value.label));
  return [...labels].flatMap((label): RepeatedValue[] => {
    const values = all.filter((value) => label && value.label === label);
    if (!label || values.length < 2) return [];
    return [{ indicator, label: label.name, values, different: different(values) }];
  });
}

/** Most indicators have each label once: no more is looked at for those. */
function hasRepeated({ values }: Indicator): boolean {
  for (let i = 1; i < values.length; i++) {
    const label = values[i]?.label;
    for (let j = 0; j < i; j++) if (label !== undefined && values[j]?.label === label) return true;
  }
  return false;
}

function different(values: readonly PlacedValue[]): PlacedValue[] {
  const seen = new Map<string, PlacedValue>();
  for (const value of values) {
    const text = value.said.squeezed;
    if (text !== '' && !seen.has(text)) seen.set(text, value);
  }
  return [...seen.values()];
}

import { squeeze } from '../../syntax/characters.ts';
import type { IndicatorEntry } from './indicatorEntry.ts';

/**
 * Forms list the indicators of the whole period and those of the year apart, often the same ones: where class and name
 * are the same and each has the value that the other lacks, they are one indicator with both values.
 */
export function mergeSpans(entries: readonly IndicatorEntry[]): IndicatorEntry[] {
  const merged: IndicatorEntry[] = [];
  for (const entry of entries) {
    const at = merged.findIndex((other) => isSame(other, entry));
    const other = merged[at];
    if (!other) {
      merged.push(entry);
      continue;
    }
    merged[at] = {
      ...other,
      values: [...other.values, ...entry.values].sort((a, b) => a.index - b.index),
      items: [...other.items, ...entry.items],
    };
  }
  return merged;
}

function isSame(a: IndicatorEntry, b: IndicatorEntry): boolean {
  if (a.class1 !== b.class1 || a.class2 !== b.class2 || squeeze(a.name) !== squeeze(b.name)) return false;
  const taken = new Set(a.values.map(({ index }) => index));
  return (
    a.values.length > 0 &&
    b.values.length > 0 &&
    !taken.has(-1) &&
    b.values.every(({ index }) => index >= 0 && !taken.has(index))
  );
}

import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { ImportItem, Place } from './report.ts';

export interface IndicatorEntry {
  readonly place: Place;
}

export function writeEntries(
  _entries: readonly IndicatorEntry[],
  _from: number,
  _vocabulary: Vocabulary,
): { lines: string[]; items: ImportItem[] } {
  return { lines: [], items: [] };
}

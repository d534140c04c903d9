import { mergeConflict } from '../rules/mergeConflict.ts';
import type { Finding } from '../rules/rule.ts';
import type { BlockPlace } from '../syntax/blockSequence.ts';
import type { Span } from '../syntax/nodes.ts';

/** The stretches of a document that hold two versions of the same, from the block that opens a conflict to the one that closes it. */
export function openConflicts(
  places: readonly BlockPlace[],
  findingsOf: (place: BlockPlace) => readonly Finding[],
): Span[] {
  const conflicts: Span[] = [];
  let start: number | undefined;
  for (const place of places) {
    const { text } = place.block;
    for (const { rule, span } of findingsOf(place)) {
      if (rule !== mergeConflict) continue;
      start ??= place.offset;
      if (text[span.start] !== '>') continue;
      conflicts.push({ start, end: place.offset + text.length });
      start = undefined;
    }
  }
  if (start !== undefined) conflicts.push({ start, end: Number.POSITIVE_INFINITY });
  return conflicts;
}

/** Whether a finding is silent while conflicts are open: sums of the whole table always, what compares within a block there. */
export function isSilenced({ rule }: Finding, place: BlockPlace, conflicts: readonly Span[]): boolean {
  if (conflicts.length === 0 || !rule.compares) return false;
  return rule.scope === 'table' || conflicts.some(({ start, end }) => start <= place.offset && place.offset < end);
}

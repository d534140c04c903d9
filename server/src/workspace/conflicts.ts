import { mergeConflict } from '../rules/mergeConflict.ts';
import type { Finding } from '../rules/rule.ts';
import type { BlockPlace } from '../syntax/blockSequence.ts';

/**
 * Follows the conflict markers through a document, and says which findings are silent because two versions of the same
 * stand side by side: sums of the whole table while any conflict is open, what compares within a block from the block
 * that opens one to the block that closes it. A conflict that is never closed ends with its block.
 */
export class Conflicts {
  readonly #blocks = new Set<BlockPlace>();

  /** @param findings of each block in order, without what is suppressed */
  constructor(findings: Iterable<readonly [BlockPlace, readonly Finding[]]>) {
    let opened: BlockPlace[] = [];
    for (const [place, own] of findings) {
      if (opened.length > 0) opened.push(place);
      if (!own.some(({ rule }) => rule === mergeConflict)) continue;
      const markers = own.filter(({ rule }) => rule === mergeConflict).map(({ span }) => place.block.text[span.start]);
      for (const marker of markers) {
        if (marker === '<' && opened.length === 0) opened.push(place);
        if (marker !== '>') continue;
        for (const between of opened) this.#blocks.add(between);
        opened = [];
      }
      if (markers.includes('<')) this.#blocks.add(place);
    }
  }

  silences({ rule }: Finding, place: BlockPlace): boolean {
    if (this.#blocks.size === 0 || !rule.compares) return false;
    return rule.scope === 'table' || this.#blocks.has(place);
  }
}

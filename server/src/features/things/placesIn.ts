import type { BlockPlace } from '../../syntax/blockSequence.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';

/** All blocks of a table with where they stand, in order. */
export function* placesIn(document: TableDocument): Iterable<BlockPlace> {
  let offset = 0;
  let line = 0;
  for (const block of document.sequence) {
    yield { block, offset, line };
    offset += block.text.length;
    line += block.lineEnds;
  }
}

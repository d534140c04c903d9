import type { BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';

/** The projects that a unit lists. */
export function* projectsBelow(unit: Block, blocks: BlockSequence): Iterable<Block> {
  for (let at = blocks.next(unit); at && at.kind !== 'unit'; at = blocks.next(at)) {
    if (at.kind === 'project') yield at;
  }
}

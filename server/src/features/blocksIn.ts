import type { Range } from 'vscode-languageserver-types';
import type { BlockPlace, BlockSequence } from '../syntax/blockSequence.ts';

/** The blocks that have a line in a range, in order. */
export function* blocksIn(blocks: BlockSequence, { start, end }: Range): IterableIterator<BlockPlace> {
  let place = blocks.atLine(Math.max(0, start.line));
  while (place && place.line <= end.line) {
    yield place;
    const { block, offset, line }: BlockPlace = place;
    const next = blocks.next(block);
    place = next && { block: next, offset: offset + block.text.length, line: line + block.lineEnds };
  }
}

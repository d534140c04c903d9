import type { Range } from 'vscode-languageserver-types';
import type { BlockPlace } from '../syntax/blockSequence.ts';
import { isComment, LineScanner, skipSpaces } from '../syntax/lines.ts';
import type { Span } from '../syntax/nodes.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

export interface BlockLine extends Span {
  readonly kind: 'blank' | 'comment' | 'text';
  /** Where its first character that is no space stands. */
  readonly first: number;
}

/** The lines of a block, read once for features that need many of its positions. */
export class BlockLines {
  readonly place: BlockPlace;
  readonly lines: readonly BlockLine[];

  constructor(place: BlockPlace) {
    this.place = place;
    const { text } = place.block;
    const lines: BlockLine[] = [];
    const scanner = new LineScanner(text);
    while (scanner.advance()) {
      const { start, end } = scanner;
      const first = skipSpaces(text, start, end);
      const kind = first === end ? 'blank' : isComment(text, first, end) ? 'comment' : 'text';
      lines.push({ start, end, kind, first });
    }
    this.lines = lines;
  }

  /** The index of the line that holds an offset of the block. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.lines[middle] as BlockLine).start <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** A span of the block as lines and characters of the document. */
  rangeOf({ start, end }: Span): Range {
    return { start: this.#positionOf(start), end: this.#positionOf(end) };
  }

  #positionOf(offset: number): Range['start'] {
    const index = this.indexAt(offset);
    return { line: this.place.line + index, character: offset - (this.lines[index]?.start ?? 0) };
  }
}

/** All blocks of a document with their lines, in order. */
export function* blockLinesOf(document: TableDocument): Iterable<BlockLines> {
  let offset = 0;
  let line = 0;
  for (const block of document.blocks.blocks) {
    yield new BlockLines({ block, offset, line });
    offset += block.text.length;
    line += block.lineEnds;
  }
}

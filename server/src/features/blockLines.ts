import type { Range } from 'vscode-languageserver-types';
import { isComment, LineScanner, skipSpaces } from '../syntax/lines.ts';
import type { Span } from '../syntax/nodes.ts';

export interface BlockLine extends Span {
  readonly kind: 'blank' | 'comment' | 'text';
  /** Where its first character that is no space stands. */
  readonly first: number;
}

/** The lines of a block, counted from its first, for features that need many of its positions. */
export class BlockLines {
  readonly lines: readonly BlockLine[];

  constructor(text: string) {
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

  /** A span as lines and characters. */
  rangeOf({ start, end }: Span): Range {
    return { start: this.#positionOf(start), end: this.#positionOf(end) };
  }

  #positionOf(offset: number): Range['start'] {
    const index = this.indexAt(offset);
    return { line: index, character: offset - (this.lines[index]?.start ?? 0) };
  }
}

import type { Range } from 'vscode-languageserver-types';
import type { BlockPlace } from '../syntax/blockSequence.ts';
import type { LineAndCharacter } from '../syntax/document.ts';
import { LineScanner } from '../syntax/lines.ts';
import type { Span } from '../syntax/nodes.ts';

/** A block's span as lines and characters of the document. */
export function rangeOf(place: BlockPlace, span: Span): Range {
  return { start: positionOf(place, span.start), end: positionOf(place, span.end) };
}

/** A range some lines further down. */
export function movedDown({ start, end }: Range, lines: number): Range {
  return {
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  };
}

function positionOf({ block, line }: BlockPlace, offset: number): LineAndCharacter {
  const starts = lineStarts(block.text);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: line + low, character: offset - (starts[low] as number) };
}

/** The lines of the block that was asked about last: many spans of one block are asked about in a row. */
let last: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] };

function lineStarts(text: string): readonly number[] {
  if (last.text === text) return last.starts;
  const starts = [0];
  const lines = new LineScanner(text);
  while (lines.advance()) if (lines.next > lines.end) starts.push(lines.next);
  last = { text, starts };
  return starts;
}

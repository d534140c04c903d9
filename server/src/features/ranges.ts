import type { Range } from 'vscode-languageserver-types';
import type { BlockPlace } from '../syntax/blockSequence.ts';
import { positionIn } from '../syntax/document.ts';
import type { Span } from '../syntax/nodes.ts';

/** A block's span as lines and characters of the document. */
export function rangeOf(place: BlockPlace, span: Span): Range {
  const start = positionIn(place.block.text, span.start);
  const end = positionIn(place.block.text, span.end);
  return {
    start: { line: place.line + start.line, character: start.character },
    end: { line: place.line + end.line, character: end.character },
  };
}

import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import type { Block } from '../syntax/blocks.ts';
import { trimBlanks } from '../syntax/lines.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { rangeOf } from './ranges.ts';
import { spansAt } from './selection/spansAt.ts';
import { rowAt } from './things/thing.ts';

/** For each position what holds it, from the smallest part to the document. */
export function selectionRanges(document: TableDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionAt(document, position));
}

function selectionAt(document: TableDocument, position: Position): SelectionRange {
  const whole = { start: { line: 0, character: 0 }, end: document.positionAt(document.blocks.length) };
  const where = rowAt(document, position);
  if (!where) return { range: whole };
  const { place, row, at } = where;
  const own = rangeOf(place, { start: at, end: at });
  const { block } = place;
  const unit = block.kind === 'unit' ? block : document.checker.unitOf(block);
  const spans = spansAt(row, block.text, at).map((span) => rangeOf(place, span));
  let selection: SelectionRange = { range: whole };
  for (const range of [...(unit ? [unitRange(unit, document)] : []), ...spans.reverse()]) {
    if (!holds(range, own) || isSame(range, selection.range)) continue;
    selection = { range, parent: selection };
  }
  return selection;
}

/** A unit with its projects. */
function unitRange(unit: Block, document: TableDocument): Range {
  let last = unit;
  for (let next = document.sequence.next(unit); next && next.kind !== 'unit'; next = document.sequence.next(next)) {
    if (next.kind === 'project') last = next;
  }
  const { end } = trimBlanks(last.text, 0, last.text.length);
  return {
    start: { line: document.placeOf(unit).line, character: 0 },
    end: rangeOf(document.placeOf(last), { start: end, end }).end,
  };
}

function holds(outer: Range, inner: Range): boolean {
  return compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
}

function isSame(a: Range, b: Range): boolean {
  return compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

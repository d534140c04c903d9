import type { FormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { TextEdit as BlockEdit } from '../rules/rule.ts';
import type { BlockPlace } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import { LineScanner } from '../syntax/lines.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import type { BlockPosition } from './formatting/breaks.ts';
import { withEdits } from './formatting/changes.ts';
import { formatBlock, formatLines } from './formatting/formatBlock.ts';
import type { Style } from './formatting/layout.ts';
import { marksOf } from './formatting/marks.ts';
import { indentAfterEnter } from './formatting/onType.ts';
import { PerBlock } from './perBlock.ts';
import { rangeOf } from './ranges.ts';

type Options = Pick<FormattingOptions, 'insertFinalNewline'>;

const blockEdits = new PerBlock<readonly BlockEdit[]>();

/**
 * Lays a table out anew. What it says stays the same: names, amounts, classes, values, comments and their places; so do
 * line ends. Nothing is edited that stands as it should, so what is done twice changes nothing the second time.
 */
export function formatDocument(document: TableDocument, options: Options): TextEdit[] {
  const edits: TextEdit[] = [];
  let offset = 0;
  let line = 0;
  for (const { block, own } of formattedBlocks(document, options)) {
    addEdits(edits, own, { block, offset, line });
    offset += block.text.length;
    line += block.lineEnds;
  }
  return edits;
}

/** A table's text as it stands once it is laid out anew. */
export function formattedText(document: TableDocument): string {
  let text = '';
  for (const { block, own } of formattedBlocks(document, {})) text += withEdits(block.text, own);
  return text;
}

/** The blocks of a table, each with the edits that lay it out anew. */
function* formattedBlocks(
  document: TableDocument,
  options: Options,
): Iterable<{ readonly block: Block; readonly own: readonly BlockEdit[] }> {
  const style = styleOf(document);
  const { marks, alignAmounts, vocabulary, moneyUnit } = style;
  const positions = positionsIn(document, options);
  for (const block of document.sequence) {
    const position = positions(block);
    const { isFirst, isLast, lineEnd, endsLine } = position;
    const given = [marks, alignAmounts, vocabulary, moneyUnit, isFirst, isLast, lineEnd, endsLine];
    yield { block, own: blockEdits.get(block, given, () => formatBlock(block, style, position)) };
  }
}

/** Lays some lines out anew, those that a range touches; what would need other lines edited as well is left as it is. */
export function formatRange(document: TableDocument, range: Range, options: Options): TextEdit[] {
  const style = styleOf(document);
  const positions = positionsIn(document, options);
  const { start, end } = range;
  const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const from = document.offsetAt({ line: start.line, character: 0 });
  // The line end belongs to its line; behind the last line is the document's end.
  const to =
    lastLine + 1 < document.lineCount
      ? document.offsetAt({ line: lastLine + 1, character: 0 })
      : document.blocks.length;
  const edits: TextEdit[] = [];
  let place = document.placeAt(from);
  while (place && place.offset < to) {
    const { block, offset, line }: BlockPlace = place;
    addEdits(edits, formatLines(block, from - offset, to - offset, style, positions(block)), place);
    const next = document.sequence.next(block);
    place = next && { block: next, offset: offset + block.text.length, line: line + block.lineEnds };
  }
  return edits;
}

/** The same of several ranges; those that touch the same line, or lines side by side, are one. */
export function formatRanges(document: TableDocument, ranges: readonly Range[], options: Options): TextEdit[] {
  const joined: Range[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start.line - b.start.line)) {
    const last = joined.at(-1);
    if (!last || start.line > last.end.line + 1) joined.push({ start, end });
    else if ((end.line - last.end.line || end.character - last.end.character) > 0) last.end = end;
  }
  return joined.flatMap((range) => formatRange(document, range, options));
}

/** White space only: a new line among the indicators is indented like the one above it. */
export function formatOnType(
  document: TableDocument,
  position: Position,
  typed: string,
  _options: FormattingOptions,
): TextEdit[] {
  return typed === '\n' ? indentAfterEnter(document, position.line) : [];
}

function styleOf({ settings: { format }, context: { vocabulary, moneyUnit } }: TableDocument): Style {
  return { marks: marksOf(format), alignAmounts: format.alignAmounts, vocabulary, moneyUnit };
}

function positionsIn(
  document: TableDocument,
  { insertFinalNewline = false }: Options,
): (block: Block) => BlockPosition {
  const first = document.sequence.first();
  const last = document.sequence.last();
  const lineEnd = lineEndOf(document);
  return (block) => ({ isFirst: block === first, isLast: block === last, lineEnd, endsLine: insertFinalNewline });
}

/** How the document's first line ends. */
function lineEndOf({ sequence }: TableDocument): string {
  for (const { text, lineEnds } of sequence) {
    if (lineEnds === 0) continue;
    const scanner = new LineScanner(text);
    scanner.advance();
    return text.slice(scanner.end, scanner.next);
  }
  return '\n';
}

function addEdits(edits: TextEdit[], own: readonly BlockEdit[], place: BlockPlace): void {
  for (const edit of own) edits.push({ range: rangeOf(place, edit), newText: edit.text });
}

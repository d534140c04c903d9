import type { TextEdit } from 'vscode-languageserver-types';
import { LineScanner, skipSpaces } from '../../syntax/lines.ts';
import type { Span } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { INDENT } from './marks.ts';

/**
 * Indents a line that has just been begun among the indicators like the line above it, below the label like an
 * indicator. Nothing where it stands so already, or where the line above is blank: whoever leaves one is done.
 */
export function indentAfterEnter(document: TableDocument, line: number): TextEdit[] {
  const place = document.sequence.atLine(line - 1);
  if (line < 1 || !place || document.sequence.atLine(line)?.block !== place.block) return [];
  const { text, kind } = place.block;
  const above = lineAt(text, line - 1 - place.line);
  const own = above && lineAt(text, line - place.line);
  if (!own) return [];
  const first = skipSpaces(text, above.start, above.end);
  if (first === above.end) return [];
  const { parts } = parseBlock(kind, text, document.blocks.vocabulary);
  const list = parts.findLast((part) => part.start <= Math.max(first, own.end - 1));
  if (list?.type !== 'indicators' || first < list.start) return [];
  const indent = first === list.start ? INDENT : text.slice(above.start, first);
  const character = skipSpaces(text, own.start, own.end) - own.start;
  if (text.slice(own.start, own.start + character) === indent) return [];
  return [{ range: { start: { line, character: 0 }, end: { line, character } }, newText: indent }];
}

/** A line of a block; the one behind its last line end is empty. */
function lineAt(text: string, index: number): Span | undefined {
  const lines = new LineScanner(text);
  let count = 0;
  while (lines.advance()) {
    if (count === index) return { start: lines.start, end: lines.end };
    if (lines.next > lines.end) count++;
  }
  return count === index ? { start: text.length, end: text.length } : undefined;
}

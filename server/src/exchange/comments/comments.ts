import { LineScanner } from '../../syntax/lines.ts';
import type { BlockKind, BlockTree, Part, Span } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { trimmed } from '../../syntax/text.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT } from '../../table/moneyUnit.ts';
import { readRow } from '../../table/row.ts';
import type { CommentData } from '../tableJson/tableData.ts';
import { type CommentStop, headStops, rowStops } from './stops.ts';

/** The comments of a block, each with what it stands before. */
export function commentsOf(text: string, tree: BlockTree, stops: readonly CommentStop[]): CommentData[] {
  let next = 0;
  return tree.parts
    .flatMap((part) => commentsIn(part, tree))
    .map(({ start, end }) => {
      while (next < stops.length && (stops[next] as CommentStop).end <= start) next++;
      const { label, index } = stops[next] ?? {};
      const own = trimmed(text.slice(start, end));
      // The mark is two characters, in whatever width.
      return { text: trimmed(own.slice(2)), ...(label !== undefined && { before: label }), ...(index && { index }) };
    });
}

function commentsIn(part: Part, { kind }: BlockTree): Span[] {
  const isComment = ({ type }: { readonly type: string }) => type === 'comment';
  switch (part.type) {
    case 'comment':
      return [part];
    case 'goal':
      return part.inserts.filter(isComment);
    case 'indicators':
      // In a head they are but a text.
      if (kind === 'head') return [];
      return part.items.flatMap((item) => (item.type === 'indicator' ? item.inserts : [item]).filter(isComment));
    default:
      return [];
  }
}

/** A block's text with comments, and those among them that stand at its end because their place is not there. */
export interface Commented<C> {
  readonly text: string;
  readonly moved: readonly C[];
}

/**
 * Puts comments into a block's text, each on a line of its own before the line that it is to stand before; those that
 * stand before nothing at its end.
 */
export function commented<C extends CommentData>(
  text: string,
  kind: BlockKind,
  comments: readonly C[],
  vocabulary: Vocabulary,
): Commented<C> {
  if (comments.length === 0) return { text, moved: [] };
  const tree = parseBlock(kind, text, vocabulary);
  const stops =
    kind === 'head'
      ? headStops(text, tree)
      : rowStops(readRow(text, tree, vocabulary, DEFAULT_MONEY_UNIT), text, vocabulary);
  const placed = new Map<number, C[]>();
  const behind: C[] = [];
  const moved: C[] = [];
  for (const comment of comments) {
    const { before, index = 0 } = comment;
    const stop = stops.find((one) => one.label === before && one.index >= index);
    if (stop) placed.set(stop.start, [...(placed.get(stop.start) ?? []), comment]);
    else behind.push(comment);
    if (!stop && before !== undefined) moved.push(comment);
  }
  const starts = [...placed.keys()].sort((a, b) => a - b);
  let written = '';
  const lines = new LineScanner(text);
  while (lines.advance()) {
    const line = text.slice(lines.start, lines.end);
    const indent = line.slice(0, line.length - line.trimStart().length);
    while (starts.length > 0 && (starts[0] as number) <= lines.end) {
      for (const comment of placed.get(starts.shift() as number) ?? []) written += `${indent}${lineOf(comment)}\n`;
    }
    written += text.slice(lines.start, lines.next);
  }
  const end = written === '' || written.endsWith('\n') ? '' : '\n';
  return { text: written + end + behind.map((comment) => `${lineOf(comment)}\n`).join(''), moved };
}

function lineOf({ text }: CommentData): string {
  return `// ${text}`.trimEnd();
}

import type { Position } from 'vscode-languageserver-types';
import { lineStart } from '../../rules/edits.ts';
import type { Block } from '../../syntax/blocks.ts';
import { COLON, fold, isLineEnd } from '../../syntax/characters.ts';
import { matchLead } from '../../syntax/labels.ts';
import { isComment, isConflictMarker, skipSpaces } from '../../syntax/lines.ts';
import type { Amount, BlockKind, BlockTree, Field, Indicators, LabelNode, Part } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import type { Indicator } from '../../table/row.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { type WrittenIndicator, writtenIn } from '../../workspace/uses.ts';

/** Where the cursor stands, with nothing of the document but the block that its line continues. */
export interface Cursor {
  readonly document: TableDocument;
  /** None in an empty document. */
  readonly block: Block | undefined;
  readonly kind: BlockKind;
  /** The block's text up to the cursor; on a line that begins a block, with the block before it. */
  readonly before: string;
  /** Where the cursor's line starts in `before`. */
  readonly lineStart: number;
  /** What stands behind the cursor on its line. */
  readonly rest: string;
  /** Whether nothing but spaces stands there. */
  readonly atEnd: boolean;
  /** The cursor's line in the document. */
  readonly line: number;
  /** Whether the line begins a block, so that `block` ends above it. */
  readonly beginsBlock: boolean;
}

export function cursorAt(document: TableDocument, position: Position): Cursor {
  const offset = document.offsetAt(position);
  const place = document.placeAt(offset);
  if (!place) {
    const empty = { block: undefined, kind: 'head', before: '', lineStart: 0, rest: '', atEnd: true } as const;
    return { document, ...empty, line: 0, beginsBlock: false };
  }
  const { block } = place;
  const own = block.text.slice(0, offset - place.offset);
  const start = lineStart(own, own.length);
  const { line } = document.positionAt(offset);
  let end = own.length;
  while (end < block.text.length && !isLineEnd(block.text.charCodeAt(end))) end++;
  const rest = block.text.slice(own.length, end);
  const here = { document, rest, atEnd: skipSpaces(rest, 0, rest.length) === rest.length, line };
  if (start > 0 || block.kind === 'head' || hasColon(own, 0)) {
    return { ...here, block, kind: block.kind, before: own, lineStart: start, beginsBlock: false };
  }
  // The label that begins the block is being written: what may stand here is up to the block before.
  const above = document.blocks.blocks.previous(block);
  return {
    ...here,
    block: above,
    kind: above?.kind ?? 'head',
    before: `${above?.text ?? ''}${own}`,
    lineStart: above?.text.length ?? 0,
    beginsBlock: true,
  };
}

function hasColon(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) {
    if (fold(text.charCodeAt(i)) === COLON) return true;
  }
  return false;
}

/** The indicator that the cursor stands in, as the whole block has it. */
export function indicatorAt({ block, beginsBlock, document, before }: Cursor): Indicator | undefined {
  if (!block || beginsBlock) return undefined;
  const at = before.length;
  return document.row(block).indicators.find(({ node }) => node.start <= at && at <= node.end);
}

/** The same as it is counted among those that are written. */
export function ownIndicator(cursor: Cursor): WrittenIndicator | undefined {
  const indicator = indicatorAt(cursor);
  return indicator && writtenIn(indicator, cursor.block?.text ?? '');
}

/** What the cursor stands in. `from` is where the text begins that is being typed. */
export type Spot =
  | { readonly type: 'nothing' }
  | { readonly type: 'comment'; readonly from: number }
  | { readonly type: 'label'; readonly from: number; readonly afterLead: boolean; readonly above: Part | undefined }
  | { readonly type: 'amount'; readonly from: number; readonly amount: Amount }
  | { readonly type: 'field'; readonly from: number; readonly field: Field }
  /** `from`: the line's first character that is no space, behind the label where it stands on this line. */
  | { readonly type: 'indicators'; readonly from: number; readonly part: Indicators; readonly ownLine: boolean };

/** Reads the block as if it ended at the cursor: its last part is what the cursor stands in. */
export function spotAt(cursor: Cursor): Spot {
  const { before, lineStart: start, rest, document } = cursor;
  const { vocabulary } = document.context;
  const line = before.slice(start) + rest;
  const first = skipSpaces(before, start, before.length);
  if (isConflictMarker(line, 0, line.length)) return { type: 'nothing' };
  const indent = skipSpaces(line, 0, line.length);
  if (isComment(line, indent, line.length)) {
    return before.length >= start + indent + 2 ? { type: 'comment', from: start + indent + 2 } : { type: 'nothing' };
  }
  const part = partAt(parseBlock(cursor.kind, before, vocabulary), start, before.length);
  if (part && part.start >= start && 'label' in part) return behindLabel(part, before);
  if (part?.type === 'indicators') return { type: 'indicators', from: first, part, ownLine: true };
  const lead = matchLead(before, first, before.length);
  const from = lead ? skipSpaces(before, lead.end, before.length) : first;
  if (hasColon(before, from)) return { type: 'nothing' };
  return { type: 'label', from, afterLead: lead !== undefined, above: part };
}

/** The last part of a tree that is no comment; a line that begins at `start` counts once its label has its colon. */
function partAt(tree: BlockTree, start: number, end: number): Part | undefined {
  return tree.parts.findLast((part) => {
    if (part.type === 'comment' || part.type === 'marker' || part.type === 'lead') return false;
    return part.start < start || ('label' in part && part.label.colon < end);
  });
}

function behindLabel(part: Extract<Part, { label: LabelNode }>, before: string): Spot {
  const from = skipSpaces(before, part.label.colon + 1, before.length);
  switch (part.type) {
    case 'amount':
      return { type: 'amount', from, amount: part };
    case 'field':
      return { type: 'field', from, field: part };
    case 'indicators':
      return { type: 'indicators', from, part, ownLine: false };
    default:
      return { type: 'nothing' };
  }
}

import type { Position, Range } from 'vscode-languageserver-types';
import type { PastePlace } from '../../exchange/importing.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { type Cursor, cursorAt, type Spot, spotAt } from '../completion/cursor.ts';

/** A place where cells may go, and what stands around it. */
export interface PasteSpot {
  readonly place: PastePlace['place'];
  /** Number that the first indicator gets. */
  readonly firstNumber?: number;
  readonly range: Range;
  /** Some lines before, up to the place, and some behind it; line ends are `\n`. */
  readonly before: string;
  readonly after: string;
}

/** So many lines around a place say how what is written there is to be parted from them. */
const AROUND = 2;

/** What cells may become where the cursor stands, or instead of what is selected; the likeliest first. */
export function pasteSpots(document: TableDocument, range: Range): PasteSpot[] {
  const cursor = cursorAt(document, range.start);
  const around = { range, ...surroundings(document, range) };
  const spot = spotAt(cursor);
  const inside = spot.type === 'comment' ? undefined : placeIn(cursor, spot, around);
  const spots: PasteSpot[] = inside ? [{ place: inside, ...around, ...numberAt(cursor, inside) }] : [];
  if (isBetweenBlocks(document, cursor, range, around)) spots.push({ place: 'betweenBlocks', ...around });
  return spots;
}

/** The place for blocks that is nearest: where the cursor stands, if blocks may stand there, else behind its block. */
export function betweenBlocks(document: TableDocument, range: Range): PasteSpot {
  const cursor = cursorAt(document, range.start);
  const around = surroundings(document, range);
  if (isBetweenBlocks(document, cursor, range, around)) return { place: 'betweenBlocks', range, ...around };
  const end = endOfBlock(document, range.end);
  const behind = { start: end, end };
  return { place: 'betweenBlocks', range: behind, ...surroundings(document, behind) };
}

function placeIn(
  { before, lineStart, kind }: Cursor,
  spot: Spot,
  { after }: Pick<PasteSpot, 'after'>,
): PastePlace['place'] | undefined {
  if (kind === 'head') return undefined;
  const isOwnLine = before.slice(lineStart).trim() === '' && /^[^\S\n]*(?:\n|$)/.test(after);
  switch (spot.type) {
    case 'indicators':
      return 'indicators';
    case 'nothing':
      return 'goal';
    case 'label':
      if (spot.above?.type === 'goal') return 'goal';
      return isOwnLine ? 'amounts' : undefined;
    default:
      return undefined;
  }
}

/** The number after that of the last indicator before the cursor. */
function numberAt({ block, document, before, beginsBlock }: Cursor, place: string): { firstNumber?: number } {
  if (place !== 'indicators' || !block || beginsBlock) return {};
  const above = document.row(block).indicators.findLast(({ node }) => node.number && node.start < before.length);
  const { start = 0, end = 0 } = above?.node.number ?? {};
  const number = Number(block.text.slice(start, end).normalize('NFKC'));
  return Number.isInteger(number) && number > 0 ? { firstNumber: number + 1 } : {};
}

/** Whether whole blocks may stand here: on an empty line behind all that a block says, or before one. */
function isBetweenBlocks(
  document: TableDocument,
  { before, lineStart, beginsBlock, block, kind }: Cursor,
  range: Range,
  { after }: Pick<PasteSpot, 'after'>,
): boolean {
  if (before.slice(lineStart).trim() !== '') return false;
  if (beginsBlock || !block) return true;
  if (!/^[^\S\n]*(?:\n|$)/.test(after)) return false;
  const end = document.offsetAt(endOfBlock(document, range.end));
  const rest = document.getText({ start: range.end, end: document.positionAt(end) });
  // In a head a title may still follow, which nothing above would be.
  return rest.trim() === '' && (kind !== 'head' || before.trim() !== '' || document.lineCount <= 1);
}

function endOfBlock(document: TableDocument, position: Position): Position {
  const place = document.placeAt(document.offsetAt(position));
  return place ? document.positionAt(place.offset + place.block.text.length) : position;
}

function surroundings(document: TableDocument, { start, end }: Range): Pick<PasteSpot, 'before' | 'after'> {
  const lines = (from: Position, to: Position) => document.getText({ start: from, end: to }).replace(/\r\n?/g, '\n');
  return {
    before: lines({ line: Math.max(0, start.line - AROUND), character: 0 }, start),
    after: lines(end, { line: end.line + AROUND + 1, character: 0 }),
  };
}

import type { TextEdit } from '../../rules/rule.ts';
import { type Block, splitBlocks } from '../../syntax/blocks.ts';
import type { BlockTree } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { type Row, readRow } from '../../table/row.ts';
import { Pieces } from '../pieces.ts';
import { type BlockPosition, BYTE_ORDER_MARK } from './breaks.ts';
import { type Group, withEdits } from './changes.ts';
import { layOut, type Style } from './layout.ts';
import { saidBy } from './said.ts';

/** What was changed may make room for more; a text that does not come to rest is left alone. */
const MOST_ROUNDS = 5;
/** How much may be read to find out which changes would make a block say something else; beyond it is left alone. */
const MOST_CHARACTERS = 10_000_000;

/** The edits that lay a block out as it should stand, in order; what would make it say something else is left as it is. */
export function formatBlock(block: Block, style: Style, position: BlockPosition): readonly TextEdit[] {
  const reader = new Reader(block, style);
  let read = reader.read(block.text);
  let pieces: Pieces | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (hasMarker(read.row.tree)) return [];
    const changed = reader.change(read, layOut(read.text, read.row, style, position));
    if (reader.isSpent) return [];
    if (changed.edits.length === 0) return pieces?.edits() ?? [];
    pieces ??= new Pieces(block.text);
    pieces.replace(changed.edits);
    read = changed.read;
  }
  return [];
}

/** The edits that lay out some of a block's lines and touch no others: what lies between two offsets. */
export function formatLines(
  block: Block,
  start: number,
  end: number,
  style: Style,
  position: BlockPosition,
): readonly TextEdit[] {
  const reader = new Reader(block, style);
  const read = reader.read(block.text);
  if (hasMarker(read.row.tree)) return [];
  const groups = layOut(block.text, read.row, style, position);
  const isWithin = (edit: TextEdit) => start <= edit.start && edit.end <= end;
  return reader.change(
    read,
    groups.filter((group) => group.edits.every(isWithin)),
  ).edits;
}

/** A conflict is to be settled by people; until then its lines stay as they are. */
function hasMarker({ parts }: BlockTree): boolean {
  return parts.some((part) => {
    if (part.type === 'goal') return part.inserts.some(({ type }) => type === 'marker');
    if (part.type !== 'indicators') return part.type === 'marker';
    return part.items.some(
      (item) =>
        item.type === 'marker' || (item.type === 'indicator' && item.inserts.some(({ type }) => type === 'marker')),
    );
  });
}

/** A text of a block, read. */
interface Read {
  readonly text: string;
  readonly row: Row;
}

/** Tells which changes leave what a block says as it is. */
class Reader {
  readonly #block: Block;
  readonly #style: Style;
  /** How many characters may still be read. */
  #left = MOST_CHARACTERS;

  constructor(block: Block, style: Style) {
    this.#block = block;
    this.#style = style;
  }

  /** Whether not all changes could be tried. */
  get isSpent(): boolean {
    return this.#left < 0;
  }

  read(text: string): Read {
    const { vocabulary, moneyUnit } = this.#style;
    const row = readRow(text, parseBlock(this.#block.kind, text, vocabulary), vocabulary, moneyUnit);
    return { text, row };
  }

  /** Makes as many changes as leave what the text says; gives their edits in order, and the text that they make. */
  change(read: Read, groups: readonly Group[]): { readonly edits: readonly TextEdit[]; readonly read: Read } {
    let made: { readonly edits: readonly TextEdit[]; readonly read: Read } = { edits: [], read };
    if (groups.length === 0) return made;
    const said = saidBy(read.text, read.row, this.#style.vocabulary);
    const make = (some: readonly TextEdit[]): boolean => {
      const edits = inOrder(made.edits, some);
      const changed = this.#readIfSame(withEdits(read.text, edits), said);
      if (changed) made = { edits, read: changed };
      return changed !== undefined;
    };
    const take = (some: readonly Group[]): void => {
      if (some.length === 0 || this.#left < 0) return;
      if (make(some.flatMap((group) => group.edits))) return;
      const otherwise = some[0]?.otherwise;
      if (some.length > 1) {
        take(some.slice(0, some.length >> 1));
        take(some.slice(some.length >> 1));
      } else if (otherwise) make([otherwise]);
    };
    take(groups);
    return made;
  }

  /** A text as read, where it is the same kind of block and says the same. */
  #readIfSame(text: string, said: readonly string[]): Read | undefined {
    const { vocabulary } = this.#style;
    this.#left -= text.length;
    const { kind, soft, endsIn } = this.#block;
    // A byte order mark in the middle of a text would be the text's own, were nothing before it any more.
    if (text.startsWith(BYTE_ORDER_MARK) && !this.#block.text.startsWith(BYTE_ORDER_MARK)) return undefined;
    const [block, ...others] = splitBlocks(text, vocabulary);
    const read = this.read(text);
    if (!block) return said.length === 0 ? read : undefined;
    if (others.length > 0 || block.kind !== kind || block.soft !== soft || block.endsIn !== endsIn) return undefined;
    const own = saidBy(text, read.row, vocabulary);
    return own.length === said.length && own.every((line, i) => line === said[i]) ? read : undefined;
  }
}

function inOrder(some: readonly TextEdit[], others: readonly TextEdit[]): TextEdit[] {
  return [...some, ...others].sort((a, b) => a.start - b.start || a.end - b.end);
}

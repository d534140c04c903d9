import type { TextEdit } from '../../rules/rule.ts';
import { type Block, splitBlocks } from '../../syntax/blocks.ts';
import type { BlockTree } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { type Row, readRow } from '../../table/row.ts';
import { Pieces } from '../pieces.ts';
import type { BlockPosition } from './breaks.ts';
import { type Group, withEdits } from './changes.ts';
import { layOut, type Style } from './layout.ts';
import { saidBy } from './said.ts';

/** What was changed may make room for more; a text that does not come to rest is left alone. */
const MOST_ROUNDS = 5;
/** How much may be read to find out which changes would make a block say something else. */
const MOST_CHARACTERS = 5_000_000;

/** The edits that lay a block out as it should stand, in order; what would make it say something else is left as it is. */
export function formatBlock(block: Block, style: Style, position: BlockPosition): readonly TextEdit[] {
  const reader = new Reader(block, style);
  let { text } = block;
  let row = reader.row(text);
  let pieces: Pieces | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (hasMarker(row.tree)) return [];
    const edits = reader.allowed(text, row, layOut(text, row, style, position));
    if (edits.length === 0) return pieces?.edits() ?? [];
    pieces ??= new Pieces(text);
    pieces.replace(edits);
    text = withEdits(text, edits);
    row = reader.row(text);
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
  const row = reader.row(block.text);
  if (hasMarker(row.tree)) return [];
  const groups = layOut(block.text, row, style, position);
  const isWithin = (edit: TextEdit) => start <= edit.start && edit.end <= end;
  return reader.allowed(
    block.text,
    row,
    groups.filter((group) => group.edits.every(isWithin)),
  );
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

  row(text: string): Row {
    const { vocabulary, moneyUnit } = this.#style;
    return readRow(text, parseBlock(this.#block.kind, text, vocabulary), vocabulary, moneyUnit);
  }

  /** The edits of as many groups as can be made, in order. */
  allowed(text: string, row: Row, groups: readonly Group[]): readonly TextEdit[] {
    if (groups.length === 0) return [];
    const said = saidBy(text, row, this.#style.vocabulary);
    let edits: readonly TextEdit[] = [];
    const add = (some: readonly TextEdit[]): boolean => {
      const more = inOrder([...edits, ...some]);
      const isAllowed = this.#says(withEdits(text, more), said);
      if (isAllowed) edits = more;
      return isAllowed;
    };
    const take = (some: readonly Group[]): void => {
      if (some.length === 0 || this.#left < 0) return;
      if (add(some.flatMap((group) => group.edits))) return;
      const otherwise = some[0]?.otherwise;
      if (some.length > 1) {
        take(some.slice(0, some.length >> 1));
        take(some.slice(some.length >> 1));
      } else if (otherwise) add([otherwise]);
    };
    take(groups);
    return edits;
  }

  /** Whether a text is the same kind of block and says the same. */
  #says(text: string, said: readonly string[]): boolean {
    const { vocabulary } = this.#style;
    this.#left -= text.length;
    const { kind, soft, endsIn } = this.#block;
    const [block, ...others] = splitBlocks(text, vocabulary);
    if (!block) return said.length === 0;
    if (others.length > 0 || block.kind !== kind || block.soft !== soft || block.endsIn !== endsIn) return false;
    const own = saidBy(text, this.row(text), vocabulary);
    return own.length === said.length && own.every((line, i) => line === said[i]);
  }
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

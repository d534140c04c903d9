import type { BlockPlace } from '../../syntax/blockSequence.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { Amount, Span } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { sourcesOf } from '../../table/row.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { PerBlock } from '../perBlock.ts';
import { placesIn } from '../things/placesIn.ts';
import { type At, touches } from '../things/thing.ts';

/** An amount that is part of a sum, or is the sum. */
interface SumPart {
  readonly place: BlockPlace;
  readonly span: Span;
  readonly isSum: boolean;
}

/** The amounts of blocks: of each column the first. */
const columns = new PerBlock<readonly (Span | undefined)[]>();

/**
 * The sum at a place with what it is the sum of: of a total the sources, of a unit and of 合计 the same column of the
 * rows below too. For an amount that is the sum of nothing, the sum of its row that it is in. Undefined where no amount
 * stands.
 */
export function sumAround(where: At): SumPart[] | undefined {
  const { document, place, row, at } = where;
  const amount = row.tree.parts.find((part): part is Amount => part.type === 'amount' && touches(part.text, at));
  if (!amount || amount.text.start === amount.text.end) return undefined;
  const { vocabulary } = document.context;
  const own = sumOf(amount.column, place, document);
  if (own.length > 1) return own;
  const total = vocabulary.profile.columns.findIndex((_, i) => sourcesOf(vocabulary, i).includes(amount.column));
  const above = total < 0 ? [] : sumOf(total, place, document);
  return above.some(({ span, place: { block } }) => block === place.block && touches(span, at))
    ? above.filter(({ place: { block } }) => block === place.block)
    : own;
}

/** A sum and its parts, in order. */
function sumOf(column: number, place: BlockPlace, document: TableDocument): SumPart[] {
  const { vocabulary } = document.context;
  const parts: SumPart[] = [];
  const add = (from: BlockPlace, of: number, isSum: boolean) => {
    const span = amountsOf(from.block, document)[of];
    if (span) parts.push({ place: from, span, isSum });
  };
  add(place, column, true);
  for (const source of sourcesOf(vocabulary, column)) add(place, source, false);
  for (const below of rowsBelow(place, document)) add(below, column, false);
  return parts.sort((a, b) => a.place.offset + a.span.start - b.place.offset - b.span.start);
}

/** The rows that a unit or 合计 adds up: the unit's projects; the units, and the projects of none. */
function* rowsBelow(place: BlockPlace, document: TableDocument): Iterable<BlockPlace> {
  const { kind } = place.block;
  if (kind === 'unit') yield* projectsOf(place, document);
  if (kind !== 'total') return;
  let inUnit = false;
  for (const one of placesIn(document)) {
    if (one.block.kind === 'unit') inUnit = true;
    if (one.block.kind === 'unit' || (one.block.kind === 'project' && !inUnit)) yield one;
  }
}

function* projectsOf(unit: BlockPlace, { sequence }: TableDocument): Iterable<BlockPlace> {
  let place = unit;
  for (let next = sequence.next(unit.block); next && next.kind !== 'unit'; next = sequence.next(next)) {
    const { block, offset, line } = place;
    place = { block: next, offset: offset + block.text.length, line: line + block.lineEnds };
    if (next.kind === 'project') yield place;
  }
}

function amountsOf(block: Block, { context: { vocabulary } }: TableDocument): readonly (Span | undefined)[] {
  return columns.get(block, [vocabulary], () => {
    const amounts: (Span | undefined)[] = vocabulary.profile.columns.map(() => undefined);
    for (const part of parseBlock(block.kind, block.text, vocabulary).parts) {
      if (part.type === 'amount' && part.text.end > part.text.start) amounts[part.column] ??= part.text;
    }
    return amounts;
  });
}

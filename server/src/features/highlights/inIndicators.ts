import { squeeze } from '../../syntax/characters.ts';
import type { Span } from '../../syntax/nodes.ts';
import { findAt } from '../hover/find.ts';
import { type At, touches } from '../things/thing.ts';

/** The value at a place and those of its indicator that say the same; undefined where no value stands there. */
export function sameValues({ row, place, at }: At): Span[] | undefined {
  const found = findAt(row, place.block.text, at);
  if (found?.type !== 'value') return undefined;
  const { values } = found.indicator;
  const said = squeeze(values[found.index]?.text ?? '');
  return values.filter(({ text }) => squeeze(text) === said).map(({ node }) => node.text);
}

/** The numbers of the list that an indicator's number at a place belongs to; undefined where none stands there. */
export function numbersOfList({ row, at }: At): Span[] | undefined {
  for (const part of row.tree.parts) {
    if (part.type !== 'indicators' || !touches(part, at)) continue;
    const numbers = part.items.flatMap((item) => (item.type === 'indicator' && item.number ? [item.number] : []));
    return numbers.some((number) => touches(number, at)) ? numbers : undefined;
  }
  return undefined;
}

import { squeeze } from '../syntax/characters.ts';
import type { Quantity } from '../table/value.ts';
import { unitAt } from '../table/valueUnit.ts';

/** The unit that a name ends in, in brackets: `家` of `企业数(家)`; `''` where it has none. */
export function nameUnit(name: string): string {
  const squeezed = squeeze(name);
  if (!squeezed.endsWith(')')) return '';
  const inside = squeezed.slice(squeezed.lastIndexOf('(') + 1, -1).replace(/^(?:计量)?单位:/, '');
  return /^[A-Za-z]+$/.test(inside) || unitAt(inside, false)?.text === inside ? inside : '';
}

/** The unit of an indicator's number: the value's own, else the one in its name's brackets. */
export function unitOf(name: string, { unit }: Quantity): string {
  return unit === '' ? nameUnit(name) : unit;
}

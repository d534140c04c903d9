import { squeeze } from '../syntax/characters.ts';
import { unitAt } from './valueUnit.ts';

/** The unit that a name ends in, in brackets: `家` of `企业数(家)`; `''` where it has none. */
export function nameUnit(name: string): string {
  const squeezed = squeeze(name);
  if (!squeezed.endsWith(')')) return '';
  const inside = squeezed.slice(squeezed.lastIndexOf('(') + 1, -1).replace(/^(?:计量)?单位:/, '');
  return /^[A-Za-z]+$/.test(inside) || unitAt(inside, false)?.text === inside ? inside : '';
}

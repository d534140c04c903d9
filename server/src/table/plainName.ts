import { squeeze } from '../syntax/characters.ts';

/** A name as its words are looked through: squeezed, without what stands in brackets: `满意度(%)` is `满意度`. */
export function plainName(name: string): string {
  const squeezed = squeeze(name);
  if (!squeezed.includes('(')) return squeezed;
  let plain = '';
  let depth = 0;
  for (const character of squeezed) {
    if (character === '(') depth++;
    else if (character === ')' && depth > 0) depth--;
    else if (depth === 0) plain += character;
  }
  // Brackets that never close are no brackets.
  return depth === 0 ? plain : squeezed;
}

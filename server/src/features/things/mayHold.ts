import { isHan } from '../../syntax/characters.ts';

/**
 * A quick look whether a text may hold a word: false where it does not. A word may be written with spaces, line ends and
 * marks of another width in it, but with its own Han characters.
 */
export function holderOf(word: string): (text: string) => boolean {
  const characters = [...new Set(word)].filter(isHan);
  return (text) => characters.every((character) => text.includes(character));
}

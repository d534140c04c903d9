import type { Catalogue, Pinyin } from '../../profile/catalogue.ts';
import { isHan } from '../../syntax/characters.ts';
import { type Readings, spellingsOf, type Word, wordByReadings } from './matching.ts';

/** Words of the user's own, ready for matching: by Han, and by pinyin as far as their characters are known. */

const known = new WeakMap<object, Readings>();

/** How characters are read in the words that come with the product. */
export function readingsOf(pinyin: Pinyin, catalogue: Catalogue): Readings {
  const key = catalogue.length > 0 ? catalogue : pinyin;
  let readings = known.get(key);
  if (!readings) {
    const found = new Map<string, readonly string[]>();
    for (const [word, syllables] of Object.entries(pinyin)) addReadings(found, word, syllables);
    for (const { name, pinyin: syllables } of catalogue) addReadings(found, name, syllables);
    readings = found;
    known.set(key, readings);
  }
  return readings;
}

function addReadings(found: Map<string, readonly string[]>, word: string, syllables: string): void {
  const characters = [...word].filter(isHan);
  const spoken = syllables.split(' ');
  if (characters.length !== spoken.length) return;
  characters.forEach((character, i) => {
    const others = found.get(character) ?? [];
    const own = spellingsOf(spoken[i] as string);
    if (!others.includes(own[0] as string)) found.set(character, [...others, ...own]);
  });
}

/** Words that were made last. */
const made = new WeakMap<Readings, Map<string, Word>>();
const KEPT = 20_000;

/** A word of the user's own. */
export function ownWord(text: string, readings: Readings): Word {
  let words = made.get(readings);
  if (!words) {
    words = new Map();
    made.set(readings, words);
  }
  let word = words.get(text);
  if (!word) {
    word = wordByReadings(text, readings);
    if (words.size >= KEPT) words.clear();
    words.set(text, word);
  }
  return word;
}

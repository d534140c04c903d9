import type { PinyinOf } from '../../profile/catalogue.ts';
import { normalize, type Word, wordOf } from './matching.ts';

type Unit = Word['units'][number];

const units = new Map<string, Unit>();

/** Words that were made last, by whether they can be typed as pinyin. */
const made = { spoken: new Map<string, Word>(), written: new Map<string, Word>() };
const KEPT = 20_000;

/**
 * A word of people's own, ready for matching: each of its characters may be read in any way it can be. Looking whole words
 * up in the dictionary takes too long for all that a workspace holds.
 * @param pinyinOf how characters are read; undefined where nobody has typed a letter
 */
export function ownWord(text: string, pinyinOf: PinyinOf | undefined): Word {
  const words = pinyinOf ? made.spoken : made.written;
  let word = words.get(text);
  if (!word) {
    word = pinyinOf ? spokenWord(text, pinyinOf) : wordOf(text);
    if (words.size >= KEPT) words.clear();
    words.set(text, word);
  }
  return word;
}

function spokenWord(text: string, pinyinOf: PinyinOf): Word {
  const characters = [...normalize(text)];
  return { text: characters.join(''), units: characters.map((character) => unitOf(character, pinyinOf)) };
}

/** One character with all its readings. One object serves all words. */
function unitOf(character: string, pinyinOf: PinyinOf): Unit {
  let unit = units.get(character);
  if (!unit) {
    const [plain] = wordOf(character).units;
    const spellings = pinyinOf
      .readingsOf(character)
      .flatMap((reading) => wordOf(character, reading).units[0]?.spellings ?? []);
    unit = { ...(plain as Unit), spellings };
    units.set(character, unit);
  }
  return unit;
}

import type { PinyinOf } from '../../profile/catalogue.ts';
import { looseWord, rankOf, type Word, wordOf } from './matching.ts';

/** A word of people's own as it was made last. */
interface Made {
  /** With all readings that its characters may have. */
  readonly loose: Word;
  /** As it is really read, where somebody has asked. */
  read?: Word;
}

const KEPT = 20_000;
const made = new WeakMap<object, Map<string, Made>>();
/** Stands for the dictionary where nobody types pinyin. */
const NO_DICTIONARY = {};

/** So many words are looked up in the dictionary for one list; those behind them go by all readings they may have. */
const MOST_READ = 500;

/** Words that people here have written, ready for matching: by their characters, and by pinyin where that is typed. */
export class OwnWords {
  readonly #pinyinOf: PinyinOf | undefined;
  readonly #made: Map<string, Made>;
  #left = MOST_READ;

  /** @param pinyinOf the dictionary; undefined where no pinyin is typed */
  constructor(pinyinOf: PinyinOf | undefined) {
    this.#pinyinOf = pinyinOf;
    const key = pinyinOf ?? NO_DICTIONARY;
    this.#made = made.get(key) ?? new Map();
    made.set(key, this.#made);
  }

  /**
   * A word to be matched with something typed. Looking a word up in the dictionary takes long: it is done only where some
   * reading of its characters fits.
   * @param query normalized, as it is to be matched
   */
  word(text: string, query: string): Word {
    const known = this.#madeOf(text);
    const pinyinOf = this.#pinyinOf;
    if (known.read) return known.read;
    if (!pinyinOf || this.#left === 0 || query === '' || rankOf(query, known.loose) === undefined) return known.loose;
    this.#left--;
    known.read = wordOf(text, pinyinOf(text));
    return known.read;
  }

  #madeOf(text: string): Made {
    let word = this.#made.get(text);
    if (!word) {
      word = { loose: this.#pinyinOf ? looseWord(text, this.#pinyinOf) : wordOf(text) };
      if (this.#made.size >= KEPT) this.#made.clear();
      this.#made.set(text, word);
    }
    return word;
  }
}

import type { PinyinOf } from '../../profile/catalogue.ts';
import { fold, isHan, isSpace } from '../../syntax/characters.ts';

/**
 * Whether what was typed means a word: by its characters, by its pinyin, or by both mixed. Each Chinese character may be
 * typed as itself or as any beginning of its syllable, so that `数量`, `shuliang`, `shul`, `sl` and `数l` all mean 数量.
 */
export interface Word {
  readonly text: string;
  readonly units: readonly Unit[];
}

/** One character of a word. */
interface Unit {
  readonly character: string;
  /** The syllable in all spellings that are typed: 率 is `lv`, and `lu` too. */
  readonly spellings: readonly string[];
  /** A mark, which need not be typed. */
  readonly optional: boolean;
}

/** How well something typed fits a word; the smaller the better. */
export const Rank = {
  whole: 0,
  start: 1,
  startByInitials: 2,
  startByPinyin: 3,
  inside: 4,
  insideByInitials: 5,
  insideByPinyin: 6,
} as const;
export type Rank = (typeof Rank)[keyof typeof Rank];

/** What a letter that is typed may stand for. */
type Reading = 'characters' | 'initials' | 'pinyin';

const READINGS: readonly (readonly [Reading, Rank, Rank])[] = [
  ['characters', Rank.start, Rank.inside],
  ['initials', Rank.startByInitials, Rank.insideByInitials],
  ['pinyin', Rank.startByPinyin, Rank.insideByPinyin],
];

/** Nobody types longer than this to find a word. */
const LONGEST_QUERY = 80;

/**
 * Makes a word ready for matching.
 * @param pinyin the syllables of its Chinese characters, parted by spaces; ignored where their number differs
 */
export function wordOf(text: string, pinyin = ''): Word {
  const characters = [...normalize(text)];
  const syllables = pinyin.split(' ').filter((syllable) => syllable !== '');
  const known = syllables.length === characters.filter(isHan).length;
  let next = 0;
  const units = characters.map((character): Unit => {
    const syllable = known && isHan(character) ? (syllables[next++] as string) : '';
    return { character, spellings: syllable ? spellingsOf(syllable) : [], optional: !LETTER.test(character) };
  });
  return { text: characters.join(''), units };
}

const LETTER = /[\p{L}\p{N}]/u;

const looseUnits = new Map<string, Unit>();

/** Makes a word ready for matching by all readings that its characters may have, in whatever word. */
export function looseWord(text: string, pinyinOf: PinyinOf): Word {
  const characters = [...normalize(text)];
  return { text: characters.join(''), units: characters.map((character) => looseUnit(character, pinyinOf)) };
}

/** One object serves all words. */
function looseUnit(character: string, pinyinOf: PinyinOf): Unit {
  let unit = looseUnits.get(character);
  if (!unit) {
    const spellings = isHan(character) ? pinyinOf.readingsOf(character).flatMap(spellingsOf) : [];
    unit = { character, spellings, optional: !LETTER.test(character) };
    looseUnits.set(character, unit);
  }
  return unit;
}

/** A syllable as it is typed: `lv` is typed `lu`, too. */
function spellingsOf(syllable: string): readonly string[] {
  return syllable.includes('v') ? [syllable, syllable.replace('v', 'u')] : [syllable];
}

/** A text as it is compared: half-width, in small letters, without spaces and the `'` that parts syllables. */
export function normalize(typed: string): string {
  let out = '';
  for (let i = 0; i < typed.length; i++) {
    const code = fold(typed.charCodeAt(i));
    if (!isSpace(code) && code !== 0x27 && code !== 0x2019) out += String.fromCharCode(code);
  }
  return out.toLowerCase();
}

/** How well a normalized text fits a word; undefined where it does not. Nothing fits every word. */
export function rankOf(query: string, word: Word): Rank | undefined {
  return placeOf(query, word)?.rank;
}

/** How well a normalized text fits a word, and at which of its characters it begins to. */
export interface Fit {
  readonly rank: Rank;
  readonly first: number;
}

/** The same as `rankOf`, with the place in the word. */
export function placeOf(query: string, word: Word): Fit | undefined {
  if (query === '' || query === word.text) return { rank: Rank.whole, first: 0 };
  if (query.length > LONGEST_QUERY) return undefined;
  // Most words are told apart by their first characters alone.
  const starts: number[] = [];
  for (let i = 0; i < word.units.length; i++) if (begins(query, word.units[i] as Unit)) starts.push(i);
  if (starts.length === 0) return undefined;
  if (starts[0] === 0) {
    for (const [reading, rank] of READINGS) {
      if (fits(query, word, 0, reading)) return { rank, first: 0 };
    }
  }
  for (const [reading, , rank] of READINGS) {
    // A single letter is in every other word.
    if (query.length === 1 && reading !== 'characters') break;
    for (const first of starts) {
      if (first > 0 && fits(query, word, first, reading)) return { rank, first };
    }
  }
  return undefined;
}

/** Whether the first letter of a text may be typed for a character. */
function begins(query: string, { character, spellings }: Unit): boolean {
  if (query.startsWith(character)) return true;
  const letter = query.charCodeAt(0);
  return spellings.some((spelling) => spelling.charCodeAt(0) === letter);
}

/** The best rank of several words that mean the same. */
export function bestRank(query: string, words: readonly Word[]): Rank | undefined {
  let best: Rank | undefined;
  for (const word of words) {
    const rank = rankOf(query, word);
    if (rank !== undefined && (best === undefined || rank < best)) best = rank;
  }
  return best;
}

/**
 * Whether a text is used up by the characters of a word from `first` on. Keeps all places in the text that may have
 * been reached, so that no way of reading is tried twice.
 */
function fits(query: string, word: Word, first: number, reading: Reading): boolean {
  let reached = new Set([0]);
  for (let i = first; i < word.units.length && reached.size > 0; i++) {
    const unit = word.units[i] as Unit;
    const next = new Set<number>(unit.optional && i > first ? reached : []);
    for (const at of reached) {
      if (query.startsWith(unit.character, at)) next.add(at + unit.character.length);
      if (reading !== 'characters') addSyllable(next, query, at, unit, reading);
    }
    if (next.has(query.length)) return true;
    reached = next;
  }
  return false;
}

function addSyllable(next: Set<number>, query: string, at: number, { spellings }: Unit, reading: Reading): void {
  for (const spelling of spellings) {
    const longest = reading === 'pinyin' ? spelling.length : /^[zcs]h/.test(spelling) ? 2 : 1;
    for (let length = 1; length <= longest && query[at + length - 1] === spelling[length - 1]; length++) {
      next.add(at + length);
    }
  }
}

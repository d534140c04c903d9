import type { Catalogue, Pinyin, PinyinOf } from '../../profile/catalogue.ts';
import type { LevelOneClass, LevelTwoClass, StandardIndicator } from '../../profile/profile.ts';
import type { LabelMeaning, Vocabulary } from '../../syntax/vocabulary.ts';
import { type Word, wordOf } from './matching.ts';

/** The words of a profile, ready for matching: made once for each. */
export interface Words {
  /** Whether the pinyin of all of them is known. */
  readonly areRead: boolean;
  readonly labels: readonly LabelWords[];
  readonly valueLabels: readonly (readonly Word[])[];
  readonly classes: readonly ClassWords[];
}

/** A label at a line's start with all the words it may be written as. */
export interface LabelWords {
  readonly meaning: LabelMeaning;
  readonly words: readonly Word[];
}

/** A level-2 class with its own words and those of the class above. */
export interface ClassWords {
  readonly parent: LevelOneClass;
  readonly class: LevelTwoClass;
  readonly own: readonly Word[];
  readonly above: readonly Word[];
}

export interface NameWord {
  readonly indicator: StandardIndicator;
  readonly word: Word;
}

const profiles = new WeakMap<Vocabulary, Words>();
const catalogues = new WeakMap<Catalogue, Names>();

/**
 * The words of a profile.
 * @param pinyinOf reads what a profile that people bring has of its own; without it that goes by its characters alone
 */
export function wordsOf(vocabulary: Vocabulary, pinyin: Pinyin, pinyinOf?: PinyinOf): Words {
  let words = profiles.get(vocabulary);
  if (!words || (pinyinOf && !words.areRead)) {
    words = makeWords(vocabulary, pinyin, pinyinOf);
    profiles.set(vocabulary, words);
  }
  return words;
}

function makeWords(
  { profile, labels, fields, valueLabels }: Vocabulary,
  pinyin: Pinyin,
  pinyinOf: PinyinOf | undefined,
): Words {
  let areRead = true;
  const word = (name: string) => {
    const known = pinyin[name] ?? pinyinOf?.(name);
    areRead &&= known !== undefined;
    return wordOf(name, known);
  };
  const ready = (names: readonly string[]) => names.map(word);
  const byMeaning = new Map<string, { meaning: LabelMeaning; names: string[] }>();
  const addLabel = (name: string, meaning: LabelMeaning) => {
    const key = `${meaning.role} ${meaning.index}`;
    const same = byMeaning.get(key);
    if (same) same.names.push(name);
    else byMeaning.set(key, { meaning, names: [name] });
  };
  for (const [name, meaning] of labels) if (meaning.role !== 'field') addLabel(name, meaning);
  for (const [name, meaning] of fields) addLabel(name, meaning);
  const words = {
    labels: [...byMeaning.values()].map(({ meaning, names }) => ({ meaning, words: ready(names) })),
    valueLabels: valueLabels.map(({ name, aliases = [] }) => ready([name, ...aliases])),
    classes: profile.classes.flatMap((parent) => {
      const above = ready([parent.name, ...parent.aliases]);
      return parent.children.map((child) => ({
        parent,
        class: child,
        own: ready([child.name, ...child.aliases]),
        above,
      }));
    }),
  };
  return { ...words, areRead };
}

interface Names {
  readonly words: readonly NameWord[];
  readonly areRead: boolean;
}

/**
 * The names of a catalogue, ready for matching.
 * @param pinyinOf reads those that come without pinyin
 */
export function namesOf(catalogue: Catalogue, pinyinOf?: PinyinOf): readonly NameWord[] {
  let names = catalogues.get(catalogue);
  if (!names || (pinyinOf && !names.areRead)) {
    const read = ({ name, pinyin }: StandardIndicator) => pinyin || pinyinOf?.(name);
    names = {
      words: catalogue.map((indicator) => ({ indicator, word: wordOf(indicator.name, read(indicator)) })),
      areRead: pinyinOf !== undefined || catalogue.every(({ pinyin }) => pinyin !== ''),
    };
    catalogues.set(catalogue, names);
  }
  return names.words;
}

/** The names of one class. */
export interface NamesOfClass {
  readonly words: readonly NameWord[];
  readonly names: ReadonlySet<string>;
}

const classes = new WeakMap<readonly NameWord[], Map<string, NamesOfClass>>();

/** Those of a catalogue's names that are of a class. */
export function namesOfClass(names: readonly NameWord[], code: string): NamesOfClass {
  const byClass = classes.get(names) ?? new Map<string, NamesOfClass>();
  classes.set(names, byClass);
  let own = byClass.get(code);
  if (!own) {
    const words = names.filter(({ indicator }) => indicator.class === code);
    own = { words, names: new Set(words.map(({ indicator }) => indicator.name)) };
    byClass.set(code, own);
  }
  return own;
}

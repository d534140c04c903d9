import type { Catalogue, Pinyin } from '../../profile/catalogue.ts';
import type { LevelOneClass, LevelTwoClass, StandardIndicator } from '../../profile/profile.ts';
import type { LabelMeaning, Vocabulary } from '../../syntax/vocabulary.ts';
import { type Word, wordOf } from './matching.ts';

/** The words of a profile, ready for matching: made once for each. */
export interface Words {
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
const catalogues = new WeakMap<Catalogue, readonly NameWord[]>();

export function wordsOf(vocabulary: Vocabulary, pinyin: Pinyin): Words {
  let words = profiles.get(vocabulary);
  if (!words) {
    words = makeWords(vocabulary, pinyin);
    profiles.set(vocabulary, words);
  }
  return words;
}

function makeWords({ profile, labels, fields, valueLabels }: Vocabulary, pinyin: Pinyin): Words {
  const ready = (names: readonly string[]) => names.map((name) => wordOf(name, pinyin[name]));
  const byMeaning = new Map<string, { meaning: LabelMeaning; names: string[] }>();
  const addLabel = (name: string, meaning: LabelMeaning) => {
    const key = `${meaning.role} ${meaning.index}`;
    const same = byMeaning.get(key);
    if (same) same.names.push(name);
    else byMeaning.set(key, { meaning, names: [name] });
  };
  for (const [name, meaning] of labels) if (meaning.role !== 'field') addLabel(name, meaning);
  for (const [name, meaning] of fields) addLabel(name, meaning);
  return {
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
}

/** The names of a catalogue, ready for matching. */
export function namesOf(catalogue: Catalogue): readonly NameWord[] {
  let names = catalogues.get(catalogue);
  if (!names) {
    names = catalogue.map((indicator) => ({ indicator, word: wordOf(indicator.name, indicator.pinyin) }));
    catalogues.set(catalogue, names);
  }
  return names;
}

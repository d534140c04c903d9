import { type Judging, judgingOf } from '../profile/judging.ts';
import type { LevelOneClass, LevelTwoClass, Profile, ValueLabel } from '../profile/profile.ts';
import { squeeze } from './characters.ts';

/**
 * What a label at a line's start means. `index` counts within the profile's list of that role (columns, goals, fields)
 * and is 0 for the labels that the language itself has.
 */
export interface LabelMeaning {
  readonly role: LabelRole;
  readonly index: number;
  /** The label as the table prints it. */
  readonly name: string;
}

export type LabelRole =
  | 'department'
  | 'moneyUnit'
  | 'year'
  | 'profile'
  | 'total'
  | 'unit'
  | 'project'
  | 'include'
  | 'column'
  | 'goal'
  | 'field'
  | 'indicators';

/** The language's own labels, the first word of each being the one the table prints. */
const OWN_LABELS: readonly (readonly [LabelRole, readonly string[]])[] = [
  ['department', ['部门名称', '部门', '主管部门']],
  ['moneyUnit', ['单位', '金额单位']],
  ['year', ['年度', '预算年度']],
  ['profile', ['版式']],
  ['total', ['合计']],
  ['unit', ['资金使用单位', '单位名称', '预算单位', '填报单位', '项目单位']],
  ['project', ['项目名称']],
  ['include', ['引用']],
  ['indicators', ['绩效指标', '绩效指标值']],
];

const OWN_WORDS: ReadonlySet<string> = new Set(OWN_LABELS.flatMap(([, words]) => words));

/** Whether a squeezed word is a label that the language itself has, whatever the profile. */
export function isOwnLabel(word: string): boolean {
  return OWN_WORDS.has(word);
}

export const INDICATORS_LABEL = '绩效指标';
export const PROJECT_LABEL = '项目名称';
export const UNIT_LABEL = '资金使用单位';
export const TOTAL_LABEL = '合计';

/** Whether a value stands behind a label, for the period or the year: no weight, no explanation. */
export function isForValue({ span }: ValueLabel): boolean {
  return span === 'period' || span === 'year';
}

/** A class of the profile, with its level and, for level 2, its parent. */
export type ClassEntry =
  | { readonly level: 1; readonly class: LevelOneClass }
  | { readonly level: 2; readonly class: LevelTwoClass; readonly parent: LevelOneClass };

/** A level-2 class that knows its parent. */
export type ChildClass = LevelTwoClass & { readonly parent: LevelOneClass };

export interface ValueWord {
  /** Squeezed form, as it is looked for. */
  readonly word: string;
  /** Index of the value label in the profile. */
  readonly index: number;
}

/**
 * A profile's words, made ready for reading: squeezed (half-width, without spaces) and indexed. One vocabulary serves
 * every document of its profile.
 */
export interface Vocabulary {
  readonly profile: Profile;
  /** Labels by squeezed word; where the language and the profile both know a word, the language's meaning. */
  readonly labels: ReadonlyMap<string, LabelMeaning>;
  /** Project fields by squeezed word: inside a project they go before the language's own meaning (主管部门). */
  readonly fields: ReadonlyMap<string, LabelMeaning>;
  /** First characters of all labels: most lines are told apart by them alone. */
  readonly labelInitials: ReadonlySet<number>;
  readonly longestLabel: number;
  /** For each column of the profile those that add up to it, as indices of the profile's columns. */
  readonly sources: readonly (readonly number[])[];
  readonly valueLabels: readonly ValueLabel[];
  /** Value labels and their aliases, longest first. */
  readonly valueWords: readonly ValueWord[];
  readonly longestValueWord: number;
  readonly classByCode: ReadonlyMap<string, ClassEntry>;
  /** Level-2 classes by code. */
  readonly levelTwo: ReadonlyMap<string, ChildClass>;
  /** Classes by `className(word)`; one word may name a class on each level (成本指标). */
  readonly classesByName: ReadonlyMap<string, readonly ClassEntry[]>;
  /** All words that name a class of a level, squeezed, longest first. */
  readonly classWords: Readonly<Record<1 | 2, readonly string[]>>;
  /** The words and thresholds that rules judge by. */
  readonly judging: Judging;
}

/** The part of a class's name that tells it apart: squeezed and without the 指标 that may end it. */
export function className(word: string): string {
  const squeezed = squeeze(word);
  return squeezed.length > 2 && squeezed.endsWith('指标') ? squeezed.slice(0, -2) : squeezed;
}

const vocabularies = new WeakMap<Profile, Vocabulary>();

/** The vocabulary of a profile; made once for each profile. */
export function vocabularyOf(profile: Profile): Vocabulary {
  let vocabulary = vocabularies.get(profile);
  if (!vocabulary) {
    vocabulary = makeVocabulary(profile);
    vocabularies.set(profile, vocabulary);
  }
  return vocabulary;
}

function makeVocabulary(profile: Profile): Vocabulary {
  const labels = new Map<string, LabelMeaning>();
  const fields = new Map<string, LabelMeaning>();
  const add = (role: LabelRole, index: number, name: string, words: readonly string[]) => {
    for (const word of words) {
      const key = squeeze(word);
      if (role === 'field') fields.set(key, { role, index, name });
      if (!labels.has(key)) labels.set(key, { role, index, name });
    }
  };
  for (const [role, words] of OWN_LABELS) add(role, 0, words[0] as string, words);
  profile.columns.forEach((c, i) => {
    add('column', i, c.name, [c.name, ...(c.aliases ?? [])]);
  });
  profile.goals.forEach((g, i) => {
    add('goal', i, g.name, [g.name, ...(g.aliases ?? [])]);
  });
  profile.fields.forEach((f, i) => {
    add('field', i, f.name, [f.name, ...(f.aliases ?? [])]);
  });

  const valueWords = profile.valueLabels.flatMap((label, index) =>
    [label.name, ...(label.aliases ?? [])].map((word) => ({ word: squeeze(word), index })),
  );
  valueWords.sort((a, b) => b.word.length - a.word.length);

  const classByCode = new Map<string, ClassEntry>();
  const levelTwo = new Map<string, ChildClass>();
  const classesByName = new Map<string, ClassEntry[]>();
  const classWords = { 1: new Set<string>(), 2: new Set<string>() };
  const addClass = (entry: ClassEntry) => {
    classByCode.set(entry.class.code, entry);
    for (const word of [entry.class.name, ...entry.class.aliases]) {
      const key = className(word);
      const same = classesByName.get(key) ?? [];
      if (!same.some((e) => e.class.code === entry.class.code)) same.push(entry);
      classesByName.set(key, same);
      classWords[entry.level].add(squeeze(word));
    }
  };
  for (const parent of profile.classes) {
    addClass({ level: 1, class: parent });
    for (const child of parent.children) {
      addClass({ level: 2, class: child, parent });
      levelTwo.set(child.code, { ...child, parent });
    }
  }

  const words = [...labels.keys()];
  return {
    profile,
    labels,
    fields,
    labelInitials: new Set(words.map((word) => word.charCodeAt(0))),
    longestLabel: Math.max(...words.map((word) => word.length)),
    sources: profile.columns.map(({ sumOf = [] }) =>
      sumOf.map((name) => profile.columns.findIndex((column) => column.name === name)),
    ),
    valueLabels: profile.valueLabels,
    valueWords,
    longestValueWord: valueWords[0]?.word.length ?? 0,
    classByCode,
    levelTwo,
    classesByName,
    classWords: { 1: longestFirst(classWords[1]), 2: longestFirst(classWords[2]) },
    judging: judgingOf(profile.judging),
  };
}

function longestFirst(words: Iterable<string>): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

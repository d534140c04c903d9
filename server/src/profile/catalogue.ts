import type { StandardIndicator } from './profile.ts';

/** The standard indicators of a profile. */
export type Catalogue = readonly StandardIndicator[];

/** Words of labels and classes with their pinyin, syllables parted by spaces. */
export type Pinyin = Readonly<Record<string, string>>;

/** Reads names that stand in no table of ours: the syllables of their Chinese characters, parted by spaces. */
export interface PinyinOf {
  (text: string): string;
  /** All syllables that a character may be read as, in whatever word. */
  readingsOf(character: string): readonly string[];
}

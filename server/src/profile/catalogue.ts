import type { StandardIndicator } from './profile.ts';

/** The standard indicators of a profile. */
export type Catalogue = readonly StandardIndicator[];

/** Words of labels and classes with their pinyin, syllables parted by spaces. */
export type Pinyin = Readonly<Record<string, string>>;

import type { Catalogue, PinyinOf } from '../../profile/catalogue.ts';
import type { Language } from '../../rules/rule.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { ClientAbilities } from '../../workspace/environment.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Cursor } from './cursor.ts';
import type { Words } from './words.ts';
import type { Written } from './written.ts';

/** What all that make offers may look at. */
export interface Asked {
  readonly cursor: Cursor;
  readonly vocabulary: Vocabulary;
  readonly words: Words;
  readonly language: Language;
  readonly client: ClientAbilities;
  readonly workspace: Workspace;
  /** The standard names of the profile; none where they cannot be meant. */
  readonly catalogue: Catalogue;
  /** How words are read that nobody gave pinyin to; undefined where none can be meant, or no letter was typed. */
  readonly pinyinOf: PinyinOf | undefined;
  /** What has been written elsewhere; looked through when first asked for. */
  readonly written: () => Written;
}

import type { Catalogue } from '../../profile/catalogue.ts';
import type { Language } from '../../rules/rule.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { ClientAbilities } from '../../workspace/environment.ts';
import type { Cursor } from './cursor.ts';
import type { Words } from './words.ts';

/** What all that make offers may look at. */
export interface Asked {
  readonly cursor: Cursor;
  readonly vocabulary: Vocabulary;
  readonly words: Words;
  readonly language: Language;
  readonly client: ClientAbilities;
  /** The standard names of the profile; none where the cursor is not in 绩效指标. */
  readonly catalogue: Catalogue;
}

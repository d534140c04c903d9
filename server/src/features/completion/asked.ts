import type { Catalogue } from '../../profile/catalogue.ts';
import type { WholeProfile } from '../../profile/profile.ts';
import type { Language, RuleExplanation } from '../../rules/rule.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { ClientAbilities } from '../../workspace/environment.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Cursor } from './cursor.ts';
import type { OwnWords } from './ownWords.ts';
import type { NameWord, Words } from './words.ts';
import type { Written } from './written.ts';

/** What all that make offers may look at. */
export interface Asked {
  readonly cursor: Cursor;
  readonly vocabulary: Vocabulary;
  /** The vocabulary's profile, with what is said of it. */
  readonly profile: WholeProfile;
  readonly words: Words;
  readonly language: Language;
  readonly client: ClientAbilities;
  readonly workspace: Workspace;
  /** The standard names of the profile; none where they cannot be meant. */
  readonly catalogue: Catalogue;
  /** The same, ready for matching. */
  readonly names: readonly NameWord[];
  /** What is said of each rule, by its id; nothing where rules cannot be meant. */
  readonly explanations: Readonly<Record<string, RuleExplanation>>;
  /** Makes what people here have written ready for matching. */
  readonly own: OwnWords;
  /** What has been written elsewhere; looked through when first asked for. */
  readonly written: () => Written;
}

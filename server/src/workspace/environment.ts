import type { Catalogue, Pinyin, PinyinOf } from '../profile/catalogue.ts';
import type { Language } from '../rules/rule.ts';
import type { TableSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** What the service is given from outside: it touches no file, no clock and no network itself. */
export interface Environment {
  /** Language of everything a person reads. */
  readonly language: Language;
  /** What tables are read and checked by, where nobody says otherwise. */
  readonly settings: TableSettings;
  /** The tables that somebody works with. */
  readonly workspace: Workspace;
  /** The standard indicators of a profile, loaded when first needed. */
  loadCatalogue(profileId: string): Promise<Catalogue>;
  /** The pinyin of labels and classes, loaded when first needed. */
  loadPinyin(): Promise<Pinyin>;
  /** What reads names of people's own as pinyin, loaded when first needed. */
  loadPinyinOf(): Promise<PinyinOf>;
  /** What the client can show beyond the least that the protocol asks for. */
  readonly client: ClientAbilities;
}

export interface ClientAbilities {
  /** Edits may be bound to the version of the document they were made for. */
  readonly versionedEdits: boolean;
  /** Completions may hold tab stops. */
  readonly snippets: boolean;
  /** A completion may say what it replaces where it is to replace what stands behind the cursor, too. */
  readonly replaceRanges: boolean;
  /** The documentation of a completion may be asked for when somebody looks at it. */
  readonly resolvesCompletions: boolean;
  /** A list of completions may say once what its items have in common, and what an item says besides is added to it. */
  readonly listDefaults: boolean;
  /** Completions may be of kinds that the protocol did not have from the first. */
  readonly laterKinds: boolean;
  /** A finding may say what other places it has to do with. */
  readonly relatedPlaces: boolean;
  /** A finding may say that its text is of no use. */
  readonly unnecessaryTags: boolean;
  /** The client is VS Code with our extension: it knows our commands and shows our pages. */
  readonly vscode: boolean;
  /** The edit of an action may be asked for when the action is chosen. */
  readonly resolvesActions: boolean;
  /** What a hover says may be Markdown. */
  readonly markdownHovers: boolean;
  /** Hints may be shown between the characters of the text. */
  readonly inlayHints: boolean;
}

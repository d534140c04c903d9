import type { ImportReport } from './exchange/publishedText.ts';

export type { FoundSymbol, FoundSymbols } from './features/findSymbols.ts';
export type { ProfileChoice } from './features/profiles.ts';
export type { TableStatus } from './features/status.ts';

/** The requests that are not the protocol's own, shared with the client. */

/** What our own client tells the server when it starts; other clients tell nothing and need not. */
export interface InitializationOptions {
  /** The client is VS Code with the jxmb extension. */
  readonly vscode?: boolean;
  /** Our section of the settings, for clients that cannot be asked for it. */
  readonly settings?: unknown;
}

/** Method of the request that makes a document of a published text; `ImportTextParams` → `ImportTextResult`. */
export const IMPORT_TEXT = 'jxmb/importText';

export interface ImportTextParams {
  readonly text: string;
}

/** Method of the request for the page that explains a rule; `RulePageParams` → Markdown, or null where there is none. */
export const RULE_PAGE = 'jxmb/rulePage';

export interface RulePageParams {
  readonly id: string;
}

/** Method of the request for the page that shows a profile; `ProfilePageParams` → JSON, or null where there is none. */
export const PROFILE_PAGE = 'jxmb/profilePage';

export interface ProfilePageParams {
  readonly id: string;
}

/** Method of the request for units and projects by Han, pinyin or initials; `FindSymbolsParams` → `FoundSymbols`. */
export const FIND_SYMBOLS = 'jxmb/symbols';

export interface FindSymbolsParams {
  readonly query: string;
}

/** Method of the request for all rules; nothing → `RuleTitle[]`. */
export const RULE_LIST = 'jxmb/rules';

/** A rule by its title in the language of the interface. */
export interface RuleTitle {
  readonly id: string;
  readonly title: string;
}

/** Method of the request for what a table is in a few words; `StatusParams` → `TableStatus`, or null where it is not open. */
export const STATUS = 'jxmb/status';

export interface StatusParams {
  readonly textDocument: { readonly uri: string };
}

/** Method of the request for the profiles a table may be read by; `ProfilesParams` → `ProfileChoice[]`. */
export const PROFILES = 'jxmb/profiles';

export interface ProfilesParams {
  readonly textDocument: { readonly uri: string };
}

/** Method of the notification that findings or status of open tables may have changed; no parameters. */
export const CHANGED = 'jxmb/changed';

export interface ImportTextResult {
  readonly document: string;
  readonly counts: ImportReport['counts'];
  /** The report as text in the language of the interface; empty where there is nothing to report. */
  readonly report: string;
}

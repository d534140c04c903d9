import type { PageRequest } from './features/preview/page.ts';
import type { StandalonePage } from './render/standalonePage.ts';
import type { MirroredFile } from './workspace/mirroredFiles.ts';

export type { FoundSymbol, FoundSymbols } from './features/findSymbols.ts';
export type { PreviewFacets } from './features/preview/facets.ts';
export type { PreviewFinding } from './features/preview/found.ts';
export type { ListedRow, PageCursor, PageUpdate, Window } from './features/preview/page.ts';
export { EVERYTHING, type PreviewQuery } from './features/preview/query.ts';
export { CAPTION_ROW } from './features/preview/rowList.ts';
export type { ProfileChoice } from './features/profiles.ts';
export type { TableStatus } from './features/status.ts';
export { PAPERS, type Paper } from './render/printStyle.ts';
export { VIEW_IDS, type ViewId } from './render/view.ts';
export type { MirroredFile } from './workspace/mirroredFiles.ts';

/** The requests that are not the protocol's own, shared with the client. */

/** What our own client tells the server when it starts; other clients tell nothing and need not. */
export interface InitializationOptions {
  /** The client is VS Code with the jxmb extension. */
  readonly vscode?: boolean;
  /** It will tell of files that the server does not reach (`FILES`). */
  readonly mirrors?: boolean;
  /** Our section of the settings, for clients that cannot be asked for it. */
  readonly settings?: unknown;
}

/** Method of the notification that tells a server of files that only the client reaches; `FilesParams`. */
export const FILES = 'jxmb/files';

export interface FilesParams {
  /** Files that are new or other, or gone. */
  readonly files: readonly MirroredFile[];
  /** Where it is said: the folders of which everything has been told by now. */
  readonly folders?: readonly string[];
  /** There is more in these folders than is told. */
  readonly isCut?: boolean;
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

/**
 * Method of the notification that findings or status of open tables may have changed; no parameters. Of edits that the
 * client makes it tells only while there are pages that show tables (`PREVIEW`).
 */
export const CHANGED = 'jxmb/changed';

/** Method of the request for what a page that shows a table lacks; `PreviewParams` → `PageUpdate`, or null where the table is not open. */
export const PREVIEW = 'jxmb/preview';

export interface PreviewParams extends PageRequest {
  readonly textDocument: { readonly uri: string };
  /** Names the page among those of the client. */
  readonly page: string;
}

/** Method of the notification that a page is no more; `PreviewClosedParams`. */
export const PREVIEW_CLOSED = 'jxmb/previewClosed';

export interface PreviewClosedParams {
  readonly page: string;
}

/** A row of a page: of those that speak of rows that are no more the answer is null, or empty. */
export interface PreviewRowParams {
  readonly page: string;
  /** The row's number; `CAPTION_ROW` for what stands above the table. */
  readonly row: number;
}

/** Method of the request for the text that a piece of a page shows; `PreviewPlaceParams` → `Location`, or null. */
export const PREVIEW_PLACE = 'jxmb/previewPlace';

export interface PreviewPlaceParams extends PreviewRowParams {
  /** Offsets in the row's block, as the piece has them (`data-at`). */
  readonly start: number;
  readonly end: number;
}

/** Method of the request for what is found in a piece of a page; `PreviewFindingsParams` → `PreviewFinding[]`. */
export const PREVIEW_FINDINGS = 'jxmb/previewFindings';

export interface PreviewFindingsParams extends PreviewRowParams {
  /** Numbers among the findings of the row, as the piece has them (`data-found`). */
  readonly findings: readonly number[];
}

/**
 * Method of the request for the edit that mends something that was told last; `PreviewFixParams` → `WorkspaceEdit`, or null
 * where it is no more what was told.
 */
export const PREVIEW_FIX = 'jxmb/previewFix';

export interface PreviewFixParams extends PreviewRowParams {
  readonly finding: number;
  /** The fix, by its place among those of the finding. */
  readonly fix: number;
}

/** Method of the request for a page that stands for itself, to be printed or kept; `StandalonePageParams` → HTML, or null where the table is not open. */
export const STANDALONE_PAGE = 'jxmb/standalonePage';

export interface StandalonePageParams extends StandalonePage {
  readonly textDocument: { readonly uri: string };
}

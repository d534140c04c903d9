import type { PageUpdate, PreviewFinding, PreviewQuery, ViewId, Window } from '../../../server/src/protocol.ts';

/** What a page and its panel say to each other. */

/** What a page shows, or wants to show. */
export interface Showing {
  readonly view: ViewId;
  readonly query: PreviewQuery;
  /** The rows that are in sight, with some before and after them. */
  readonly shown: Window;
}

/** What is kept of a page when it is not in sight, and when VS Code is started again. */
export interface PageState extends Omit<Showing, 'shown'> {
  readonly uri: string;
  readonly isLocked: boolean;
  /** The line of the text at the top of what is in sight. */
  readonly line: number;
}

export type FromPage =
  /** The script runs, and has nothing yet. */
  | { readonly type: 'ready' }
  /** It wants to show this from now on: other rows, another view, another query. */
  | ({ readonly type: 'show' } & Showing)
  /** The cursor is to go to the text that a piece of a row shows. */
  | { readonly type: 'reveal'; readonly row: number; readonly start: number; readonly end: number }
  /** Somebody has scrolled; the line of the text at the top of what is in sight, with its fraction. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** What is found in a piece is to be told. */
  | { readonly type: 'explain'; readonly row: number; readonly findings: readonly number[] }
  | { readonly type: 'fix'; readonly row: number; readonly finding: number; readonly fix: number }
  /** The explanation of a rule is to be shown. */
  | { readonly type: 'rule'; readonly id: string }
  /** The table is to be written as a file of another program, or its cells are wanted for the clipboard. */
  | { readonly type: 'export' }
  | { readonly type: 'copy' }
  /** Answers `cells`: whether the page could put them on the clipboard. */
  | { readonly type: 'copied'; readonly isDone: boolean };

export type ToPage =
  /** Answers `show`, and follows each change of the text. Another row at the cursor comes into sight where that is wanted. */
  | { readonly type: 'update'; readonly update: PageUpdate; readonly followsCursor: boolean }
  /** The editor was scrolled: this line of the text is at its top, with its fraction. */
  | { readonly type: 'scroll'; readonly line: number }
  /** Answers `explain`. */
  | { readonly type: 'explained'; readonly row: number; readonly findings: readonly PreviewFinding[] }
  /** The page is to stay with its table, or to show that of the active editor again; to be kept with the page's state. */
  | { readonly type: 'locked'; readonly isLocked: boolean }
  /** Answers `copy`: for the clipboard, in both forms. */
  | { readonly type: 'cells'; readonly html: string; readonly tsv: string }
  /** The table is no more to be had. */
  | { readonly type: 'gone' };

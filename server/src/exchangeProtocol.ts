import type { Range, WorkDoneProgressParams } from 'vscode-languageserver';
import type { ImportCounts } from './exchange/importing/report.ts';
import type { Clipboard, ExportRequest, LineRange } from './features/exchange/exchange.ts';
import type { ImportTable } from './features/exchange/importJob.ts';

export type { ImportCounts } from './exchange/importing/report.ts';
export type { Clipboard, ExportRequest, LineRange } from './features/exchange/exchange.ts';

/**
 * The requests that get files of other programs in and out, shared with the client. All of them can be cancelled; those
 * that may take long show how far they have come where they are given a `workDoneToken`. What cannot be done is refused
 * with a message for people, in the language of the interface.
 */

/** A file of another program. */
export interface FileParams {
  /** Its name, for its ending and for messages. */
  readonly name: string;
  /** Its bytes, as base64. */
  readonly bytes: string;
}

/** Method of the request for the tables in some files; `RecogniseParams` → `RecogniseResult`. */
export const RECOGNISE = 'jxmb/recognise';

export interface RecogniseParams extends WorkDoneProgressParams {
  readonly files: readonly FileParams[];
  /** A place whose settings say which profiles there are: a folder, or a file in it. */
  readonly uri?: string;
}

export interface RecogniseResult {
  /** Names what was read, for `IMPORT`. */
  readonly job: number;
  readonly tables: readonly RecognisedTable[];
  /** Files that cannot be read, and why. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
  /** The profiles that tables may be written for. */
  readonly profiles: readonly { readonly id: string; readonly name: string }[];
}

/** A table that was recognised in a file, in the language of the interface; its place in the list names it. */
export interface RecognisedTable extends Omit<ImportTable, 'layout' | 'reason'> {
  /** How it is laid out, in words. */
  readonly layout: string;
  /** Why it is not imported where nobody chooses, or what is to be known of it. */
  readonly reason?: string;
}

/** Method of the request for documents of tables that were recognised; `ImportParams` → `ImportResult`. */
export const IMPORT = 'jxmb/import';

export interface ImportParams extends WorkDoneProgressParams {
  readonly job: number;
  /** The tables, by their places in the list. */
  readonly tables: readonly number[];
  /** Id of the profile to write for; without it the one that fits best. */
  readonly profile?: string;
}

export interface ImportResult {
  readonly documents: readonly {
    readonly document: string;
    readonly counts: Readonly<ImportCounts>;
    /** Whether anything was not plain copying. */
    readonly isMended: boolean;
    /** What was placed, mended and not placed, as text. */
    readonly report: string;
  }[];
}

/** Method of the notification that nobody will choose any more; `ImportClosedParams`. */
export const IMPORT_CLOSED = 'jxmb/importClosed';

export interface ImportClosedParams {
  readonly job: number;
}

/** Method of the request for a table as a file of another program; `ExportParams` → `ExportAnswer`, or null where it is not open. */
export const EXPORT = 'jxmb/export';

export interface ExportParams extends ExportRequest, WorkDoneProgressParams {
  readonly textDocument: { readonly uri: string };
}

export interface ExportAnswer {
  /** The file: a text in UTF-8, or bytes as base64. */
  readonly text?: string;
  readonly bytes?: string;
  /** What somebody should know who files it. */
  readonly notes: readonly string[];
}

/** Method of the request for what is written for cells that are pasted, or for files that are dropped; `PasteParams` → `PasteResult`, or null where they are pasted as they are. */
export const PASTE = 'jxmb/paste';

export interface PasteParams extends WorkDoneProgressParams {
  readonly textDocument: { readonly uri: string };
  /** What is selected; empty where the cursor is. */
  readonly range: Range;
  /** What the clipboard holds. */
  readonly html?: string;
  readonly text?: string;
  /** Files that are dropped; then nothing else counts. */
  readonly files?: readonly FileParams[];
}

export interface PasteResult {
  readonly text: string;
  /** What the text replaces, or where it goes: of files, where blocks may stand. */
  readonly range: Range;
  readonly counts: Readonly<ImportCounts>;
  readonly isMended: boolean;
  readonly report: string;
}

/** Method of the request for rows as spreadsheets take them from the clipboard; `CopyParams` → `Clipboard`, or null where the table is not open. */
export const COPY_FOR_EXCEL = 'jxmb/copyForExcel';

export interface CopyParams {
  readonly textDocument: { readonly uri: string };
  /** The rows that stand on some lines, from 0; all without it. */
  readonly lines?: LineRange;
}

export type CopyResult = Clipboard;

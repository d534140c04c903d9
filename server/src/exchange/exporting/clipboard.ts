import type { TableDocument } from '../../workspace/tableDocument.ts';

/** What goes to the clipboard for a spreadsheet: it takes the HTML, other programs the text. */
export interface Clipboard {
  readonly html: string;
  /** Cells parted by tabs, quoted where that is needed. */
  readonly tsv: string;
}

/** Which rows: those of lines from `startLine` up to `endLine`, counted from 0; all where absent. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

/** Rows of a table as it is published, with the heading, for a spreadsheet. */
export function clipboardOf(_document: TableDocument, _lines?: LineRange): Clipboard {
  throw new Error('not made yet');
}

import type { Language } from '../../rules/rule.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import type { Book } from '../book.ts';
import type { BookFormat } from '../converters.ts';

/** What a table can be exported as. */
export const EXPORT_FORMATS = ['xlsx', 'docx', 'html', 'csv', 'markdown', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The ending of a format's files. */
export const EXPORT_ENDINGS: Readonly<Record<ExportFormat, string>> = {
  xlsx: '.xlsx',
  docx: '.docx',
  html: '.html',
  csv: '.csv',
  markdown: '.md',
  json: '.json',
};

/** How a table is laid out: a row a project as it is published, or a row an indicator; `both` where a file has sheets. */
export const EXPORT_LAYOUTS = ['published', 'structured', 'both'] as const;
export type ExportLayout = (typeof EXPORT_LAYOUTS)[number];

export interface ExportOptions {
  /** Of what people are told; what is exported is Chinese, as tables are. */
  readonly language: Language;
  /** By default both for xlsx, else as published; JSON has none. */
  readonly layout?: ExportLayout;
  readonly paper?: 'A3' | 'A4';
  /** Whether a workbook has the table's comments, on a sheet of their own; by default it does. JSON always has them. */
  readonly comments?: boolean;
}

/** What comes of a table: a text, or what `Converters.write` makes a file of. */
export type ExportResult = (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'book'; readonly book: Book; readonly format: BookFormat }
) & {
  /** What somebody should know who files it: what is not in it, what looks otherwise there. */
  readonly notes: readonly string[];
};

/**
 * Exports a table, with all tables that it takes in, as one whole.
 */
export function exportTable(_document: TableDocument, _format: ExportFormat, _options: ExportOptions): ExportResult {
  throw new Error('not made yet');
}

import type { Converters } from '../../exchange/converters.ts';
import { type ExportFormat, type ExportLayout, exportTable } from '../../exchange/exporting/exportTable.ts';
import type { Paper } from '../../render/printStyle.ts';
import type { Language } from '../../rules/rule.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';

/** As what a table is wanted. */
export interface ExportRequest {
  readonly format: ExportFormat;
  readonly layout?: ExportLayout | undefined;
  readonly paper?: Paper | undefined;
}

/** What a file of another program is to hold. */
export interface ExportedFile {
  readonly content: string | Uint8Array;
  /** What somebody should know who files it. */
  readonly notes: readonly string[];
}

/** Makes of a table, with all that it takes in, what a file of another program is to hold. */
export async function exportFile(
  document: TableDocument,
  { format, layout, paper }: ExportRequest,
  { converters, language }: { readonly converters: Converters; readonly language: Language },
  signal?: AbortSignal,
): Promise<ExportedFile> {
  const made = exportTable(document, format, { language, layout, paper });
  const { notes } = made;
  if (made.kind === 'text') return { content: made.text, notes };
  return { content: await converters.write(made.book, made.format, signal), notes };
}

import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import { formatDocument } from '../../server/src/features/formatting.ts';
import type { FormatSettings, TableSettings } from '../../server/src/workspace/settings.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { openTable } from '../tables.ts';

/** What editors say of indentation, which the language has its own of. */
export const options: FormattingOptions = { tabSize: 8, insertSpaces: false };

/** A table as a text, formatted. */
export function formatted(
  text: string,
  format: Partial<FormatSettings> = {},
  settings: Partial<TableSettings> = {},
  own: Partial<FormattingOptions> = {},
): string {
  const document = openTable(text, { ...settings, format: { punctuation: 'half', alignAmounts: false, ...format } });
  return withEdits(document, formatDocument(document, { ...options, ...own }));
}

/** A document's text with edits made, all of which speak of the text as it was. */
export function withEdits(document: TableDocument, edits: readonly TextEdit[]): string {
  const text = document.getText();
  let out = '';
  let at = 0;
  for (const { range, newText } of edits) {
    const start = document.offsetAt(range.start);
    const end = document.offsetAt(range.end);
    if (start < at || end < start) throw new Error('an edit lies over another, or is out of order');
    out += text.slice(at, start) + newText;
    at = end;
  }
  return out + text.slice(at);
}

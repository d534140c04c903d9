import type { FormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { TableDocument } from '../workspace/tableDocument.ts';

/** Layout only: the same table, comments and digits kept. */
export function formatDocument(_document: TableDocument, _options: FormattingOptions): TextEdit[] {
  return [];
}

export function formatRange(_document: TableDocument, _range: Range, _options: FormattingOptions): TextEdit[] {
  return [];
}

/** White space only. */
export function formatOnType(
  _document: TableDocument,
  _position: Position,
  _typed: string,
  _options: FormattingOptions,
): TextEdit[] {
  return [];
}

import type { DocumentHighlight, Position } from 'vscode-languageserver-types';
import type { TableDocument } from '../workspace/tableDocument.ts';

export function documentHighlights(_document: TableDocument, _position: Position): DocumentHighlight[] {
  return [];
}

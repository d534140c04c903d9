import type { Range, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { TableDocument } from '../workspace/tableDocument.ts';

export const LEGEND: SemanticTokensLegend = { tokenTypes: ['type'], tokenModifiers: [] };

/** The tokens of a document, or of a range of it, encoded as the protocol has them. */
export function semanticTokens(_document: TableDocument, _range?: Range): number[] {
  return [];
}

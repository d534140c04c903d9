import type { FoldingRange } from 'vscode-languageserver-types';
import type { TableDocument } from '../workspace/tableDocument.ts';

export function foldingRanges(_document: TableDocument): FoldingRange[] {
  return [];
}

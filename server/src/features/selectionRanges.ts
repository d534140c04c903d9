import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { TableDocument } from '../workspace/tableDocument.ts';

export function selectionRanges(_document: TableDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => ({ range: { start: position, end: position } }));
}

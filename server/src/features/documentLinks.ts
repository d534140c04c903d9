import type { DocumentLink } from 'vscode-languageserver-types';
import type { TableDocument } from '../workspace/tableDocument.ts';

export function documentLinks(_document: TableDocument): DocumentLink[] {
  return [];
}

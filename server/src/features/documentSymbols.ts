import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { Language } from '../rules/rule.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

export function documentSymbols(_document: TableDocument, _language: Language): DocumentSymbol[] {
  return [];
}

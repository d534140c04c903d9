import type { CodeLens } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

export function codeLenses(_document: TableDocument, _environment: Environment): CodeLens[] {
  return [];
}

import type { SymbolInformation } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';

/** Units and projects of all tables that a query may mean, best first: by Han, pinyin or initials. */
export async function workspaceSymbols(_query: string, _environment: Environment): Promise<SymbolInformation[]> {
  return [];
}

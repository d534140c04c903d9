import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';
import { rangeOf } from './ranges.ts';
import { candidatesFor } from './things/searching.ts';
import { fileName, unitName } from './things/surroundings.ts';

/** More than anybody reads; what is typed next brings others up. */
const MOST = 500;

/**
 * Units and projects of all tables that a query may mean, best first: by Han, pinyin or initials. VS Code looks through
 * the answer again by the characters of the names; pinyin serves other editors, and our own list of `findSymbols`.
 */
export async function workspaceSymbols(query: string, environment: Environment): Promise<SymbolInformation[]> {
  const { candidates } = await candidatesFor(query, MOST, environment);
  return candidates.map((candidate) => {
    const { table, place, title } = candidate;
    return {
      name: title.name,
      kind: place.block.kind === 'unit' ? SymbolKind.Module : SymbolKind.Class,
      location: { uri: table.uri, range: rangeOf(place, title.span) },
      containerName: unitName(candidate) ?? fileName(table),
    };
  });
}

import type { Range } from 'vscode-languageserver-types';
import { amountOf, totalColumn } from '../table/row.ts';
import type { Environment } from '../workspace/environment.ts';
import { rangeOf } from './ranges.ts';
import { candidatesFor } from './things/searching.ts';
import { fileName, unitName } from './things/surroundings.ts';

/** A unit or project as our own client lists it. */
export interface FoundSymbol {
  readonly kind: 'unit' | 'project';
  readonly name: string;
  /** The unit of a project. */
  readonly unit?: string;
  /** Its total with the money unit; absent where none is given. */
  readonly total?: string;
  readonly file: string;
  readonly uri: string;
  readonly range: Range;
}

export interface FoundSymbols {
  readonly symbols: readonly FoundSymbol[];
  /** About how many more there are. */
  readonly more: number;
}

const MOST = 100;

/** The units and projects that something typed may mean, by Han, pinyin, initials or all mixed; best first. */
export async function findSymbols(query: string, environment: Environment): Promise<FoundSymbols> {
  const { candidates, more } = await candidatesFor(query, MOST, environment);
  const symbols = candidates.map((candidate): FoundSymbol => {
    const { table, place, title } = candidate;
    const { vocabulary, moneyUnit } = table.context;
    const total = amountOf(table.row(place.block), totalColumn(vocabulary))?.reading.value;
    const unit = unitName(candidate);
    return {
      kind: place.block.kind === 'unit' ? 'unit' : 'project',
      name: title.name,
      ...(unit && { unit }),
      ...(total && { total: `${total.toAmount()} ${moneyUnit.name}` }),
      file: fileName(table),
      uri: table.uri,
      range: rangeOf(place, title.span),
    };
  });
  return { symbols, more };
}

/** Grids as a person can read them: a line a row, `|` between cells; what a cell covers stands in brackets. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConversionError } from '../../../server/src/exchange/conversionError.ts';
import type { Grid, GridCell } from '../../../server/src/exchange/grid.ts';
import { readFile } from '../../../server/src/exchange/reading/readFile.ts';

const maps = path.join(import.meta.dirname, '../../../node_modules/pdfjs-dist/cmaps');

/** Reads a file as the worker does. */
export function read(name: string, content: Uint8Array | string): Promise<readonly Grid[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readFile(
    { name, bytes },
    { loadCharacterMap: async (map) => new Uint8Array(readFileSync(path.join(maps, map))) },
  );
}

/** What the person is told of a file that is not read. */
export async function refusal(name: string, content: Uint8Array | string): Promise<string> {
  try {
    const grids = await read(name, content);
    return `read: ${grids.length}`;
  } catch (error) {
    if (error instanceof ConversionError) return error.texts.zh;
    throw error;
  }
}

export function say(grids: readonly Grid[]): string[] {
  return grids.flatMap(({ name, hidden, above, rows, below }) => [
    ...(name === undefined ? [] : [`[${name}${hidden ? ' hidden' : ''}]`]),
    ...above.map((line) => `^ ${line}`),
    ...rows.map(({ number, cells, role, isMismarked, isHidden }) => {
      const mark = role ? ` ${role}` : isMismarked ? ' mismarked' : '';
      return `${number}${mark}${isHidden ? ' hidden' : ''}: ${cells.map(sayCell).join(' | ')}`;
    }),
    ...(below ?? []).map((line) => `_ ${line}`),
  ]);
}

function sayCell({ column, text, columns = 1, rows = 1, isNumber, isPercent, isHidden }: GridCell): string {
  const extent = columns > 1 || rows > 1 ? `(${columns}x${rows})` : '';
  return `${column}${isHidden ? '!' : ''}${extent}${isPercent ? '%' : isNumber ? '#' : ''} ${text.replaceAll('\n', '⏎')}`;
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Grid } from '../../../server/src/exchange/grid.ts';
import { readFile } from '../../../server/src/exchange/reading/readFile.ts';
import central from '../../../server/src/profile/central-2021.json' with { type: 'json' };
import guangzhou from '../../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../../../server/src/profile/profile.ts';

export const profiles = [guangzhou as Profile, central as Profile];

const maps = path.join(import.meta.dirname, '../../../node_modules/pdfjs-dist/cmaps');

/** The tables of a file as the product reads them. */
export async function readFixture(file: string): Promise<readonly Grid[]> {
  const loadCharacterMap = async (name: string) => new Uint8Array(readFileSync(path.join(maps, `${name}.bcmap`)));
  return await readFile({ name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) }, { loadCharacterMap });
}

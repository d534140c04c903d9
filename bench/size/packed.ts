import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { pack } from '../../scripts/build/pack.mjs';
import { temporaryFolder } from '../../scripts/lib/temporary.mjs';

export interface Packed {
  /** The extension as it is installed, in bytes. */
  readonly all: number;
  /** The same without what reads and writes files of other programs. */
  readonly withoutConverters: number;
}

/** What a file's name and its entries in a zip file take beside its content. */
const entryBytes = (name: string) => 2 * Buffer.byteLength(name) + 76;

/** Packs what is built. */
export async function packed(converters: ReadonlySet<string>): Promise<Packed> {
  const file = path.join(temporaryFolder('packed'), 'jxmb.vsix');
  const { code, printed } = await pack(file, { capture: true });
  if (code !== 0) throw new Error(printed);
  const { size: all } = await stat(file);
  let apart = 0;
  unzipSync(await readFile(file), {
    filter({ name, size }) {
      const [, inDist] = /^extension\/dist\/(.*)$/.exec(name) ?? [];
      if (inDist && (converters.has(inDist) || inDist.startsWith('cmaps/'))) apart += size + entryBytes(name);
      return false;
    },
  });
  return { all, withoutConverters: all - apart };
}

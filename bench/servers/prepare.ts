import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, stop } from 'esbuild';
import { node } from '../../scripts/build/bundles.mjs';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { schema } from '../contents/schema.ts';
import { FLOOR, SCHEMA } from './servers.ts';

/** Makes what servers need besides their packages: the empty server, bundled as ours is, and the schema as a file. */
export async function prepareServers(): Promise<void> {
  await mkdir(path.dirname(SCHEMA), { recursive: true });
  await writeFile(SCHEMA, JSON.stringify(schema));
  await build({
    ...(node as BuildOptions),
    // The library is looked for where ours is, whatever peers bring with them.
    stdin: { contents: await readFile(inRoot('bench/servers/floor.ts'), 'utf8'), loader: 'ts', resolveDir: root },
    outfile: FLOOR,
    bundle: true,
    minify: true,
    logLevel: 'warning',
  });
  await stop();
}

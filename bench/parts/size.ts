import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { bundleSizes, converters, modulesIn, readMeta, START } from '../../scripts/build/sizes.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { startUp } from '../../scripts/test/start-up.mjs';
import { writeSection } from '../results.ts';
import { activations } from '../size/activation.mjs';
import { type Packed, packed } from '../size/packed.ts';

/**
 * What the house costs: what bundles weigh and how much is packed, what activating the extension takes in a real VS Code,
 * and what the server has loaded and holds when it has said what it finds in a small table. `npm test` holds what is built
 * against it.
 *
 *     node bench/parts/size.ts
 */
export interface SizeSection {
  /** In bytes, by their names. */
  readonly bundles: Readonly<Record<string, number>>;
  /** What is read before a table shows its findings: how much, and how many modules it is made of. */
  readonly start: Readonly<Record<string, { readonly bytes: number; readonly modules: number }>>;
  readonly packed: Packed;
  /** Of the server in a process: modules of Node's own that it has loaded by then, and its memory in bytes. */
  readonly server: { readonly ofNode: number; readonly resident: number };
  /** In ms: reading the client's bundle and calling it. */
  readonly activation: { readonly median: number; readonly all: readonly number[] };
}

const ACTIVATIONS = 7;

const meta = await readMeta();
const ofConverters = converters(meta);
const bundles: Record<string, number> = await bundleSizes(meta);
const starts = Object.entries<string[]>(START).map(([what, names]) => {
  const bytes = names.reduce((sum, name) => sum + (bundles[name] ?? 0), 0);
  return { what, names, bytes, modules: modulesIn(meta, names) };
});
const { files, ...server } = await startUp();
const activation = (await activations(ACTIVATIONS)).sort((a, b) => a - b);
const section: SizeSection = {
  bundles,
  start: Object.fromEntries(starts.map(({ what, bytes, modules }) => [what, { bytes, modules }])),
  packed: await packed(ofConverters),
  server,
  activation: { median: activation[ACTIVATIONS >> 1] as number, all: activation },
};
writeSection('size', section);

const inKB = (bytes: number) => Number((bytes / 1000).toFixed(1));
const gzipped = async (name: string) => gzipSync(await readFile(inRoot('dist', name))).length;

const rows = Object.entries(bundles).sort(([, a], [, b]) => b - a);
console.log('bundles');
console.table(
  Object.fromEntries(
    await Promise.all(
      rows.map(async ([name, bytes]) => [
        name,
        { kB: inKB(bytes), 'gzip kB': inKB(await gzipped(name)), converters: ofConverters.has(name) ? 'yes' : '' },
      ]),
    ),
  ),
);
console.log('read before a table shows its findings');
console.table(
  Object.fromEntries(
    starts.map(({ what, names, bytes, modules }) => [what, { kB: inKB(bytes), modules, bundles: names.join(', ') }]),
  ),
);
console.log('the whole');
console.table({
  'packed, kB': inKB(section.packed.all),
  'packed without converters, kB': inKB(section.packed.withoutConverters),
  'activation in VS Code, ms': section.activation.median,
  'files that the server has loaded': files.join(', '),
  'modules of Node that it has loaded': server.ofNode,
  'memory of the server, MB': Number((server.resident / 1e6).toFixed(1)),
});
process.exit();

import { readFile, stat } from 'node:fs/promises';
import { inRoot } from '../lib/paths.mjs';

/** The workers that read and write files of other programs: what they load, and nothing else does, are the converters. */
const CONVERTERS = ['converter.js', 'web-converter.js'];

/** What is read before a table shows its findings: in VS Code itself, by the server, and the same in a browser. */
export const START = {
  client: ['client.js'],
  server: ['server.js', 'serveProcess.js', 'core.js'],
  'client in a browser': ['web.cjs'],
  'server in a browser': ['web-server.js', 'serveWorker.js', 'core.js'],
};

/** What the last build says of each bundle, by its name. */
export const readMeta = async () => JSON.parse(await readFile(inRoot('dist', 'meta.json'), 'utf8'));

/** How many bytes each bundle has. */
export async function bundleSizes(meta) {
  const sizes = Object.keys(meta).map(async (name) => [name, (await stat(inRoot('dist', name))).size]);
  return Object.fromEntries(await Promise.all(sizes));
}

/** How many modules some bundles are made of. */
export function modulesIn(meta, bundles) {
  const inputs = bundles.flatMap((name) => Object.entries(meta[name].outputs[`dist/${name}`].inputs));
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).length;
}

/** The bundles that only files of other programs need. */
export function converters(meta) {
  const found = new Set(CONVERTERS);
  for (const name of found) {
    for (const { path } of meta[name].outputs[`dist/${name}`].imports) {
      if (path.startsWith('./')) found.add(path.slice(2));
    }
  }
  return found;
}

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { inRoot, root } from '../lib/paths.mjs';
import { anywhere, bundles, core as coreEntries, data } from './bundles.mjs';
import { Core } from './core.mjs';

/**
 * A dynamic import becomes a bundle of its own, which is loaded when it is used, by `require`: one for Node and workers
 * alike. Returns the plugin of each bundle, those bundles that it met, and the core that they share.
 */
export async function ownBundles() {
  const found = new Map();
  const core = new Core();
  const plugin = (bundle) => ({
    name: 'own-bundles',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ kind, path: imported, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const entry = path.join(resolveDir, imported);
        const known = bundles.find((other) => inRoot(other.entry) === entry);
        const output = known?.output ?? `${path.basename(entry).replace(/\.(ts|json)$/, '')}.js`;
        const other = found.get(output) ?? bundles.find((one) => one.output === output);
        if (other && !known && other.entry !== entry) {
          return { errors: [{ text: `${other.entry} and ${entry} would both be ${output}` }] };
        }
        if (!known) found.set(output, { ...anywhere, output, entry, withCore: bundle.withCore });
        return { path: `./${output}`, external: true };
      });
      build.onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path: file }) =>
        data.some((module) => inRoot(module) === file) ? dataOf(file) : undefined,
      );
      if (bundle.withCore) core.attach(build);
    },
  });

  core.fill(await modulesOf(coreEntries, plugin({ withCore: true })));
  return { plugin, found, core };
}

/** A module of data as what it comes to. */
async function dataOf(file) {
  const values = Object.entries(await import(pathToFileURL(file)));
  return { contents: values.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n') };
}

/** All modules that some modules import, and they themselves. */
async function modulesOf(entryPoints, plugin) {
  const options = { ...anywhere, absWorkingDir: root, bundle: true, write: false, metafile: true, outdir: 'dist' };
  const { metafile } = await esbuild.build({ ...options, entryPoints, plugins: [plugin] });
  return Object.keys(metafile.inputs).map((file) => inRoot(file));
}

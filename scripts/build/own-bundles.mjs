import path from 'node:path';
import { root } from '../lib/paths.mjs';
import { node, worker } from './bundles.mjs';

/**
 * A dynamic import becomes a bundle of its own, which is loaded when it is used: esbuild splits only ES modules, and
 * what VS Code loads is CommonJS in Node and scripts in workers. Returns the plugins for both and the bundles they met,
 * without those that are built anyway.
 */
export function ownBundles(built) {
  const found = new Map();
  const note = (bundle) => {
    const other = found.get(bundle.output);
    if (other && other.entry !== bundle.entry) {
      return { errors: [{ text: `${other.entry} and ${bundle.entry} would both be ${bundle.output}` }] };
    }
    found.set(bundle.output, bundle);
    return undefined;
  };

  const inNode = onDynamicImport((entry) => {
    const known = built.find((bundle) => path.resolve(root, bundle.entry) === entry);
    const output = known?.output ?? `${nameOf(entry)}.js`;
    const problem = known ? undefined : note({ ...node, output, entry });
    return problem ?? { path: `./${output}`, external: true };
  });

  const inWorker = onDynamicImport(
    (entry) => {
      const name = nameOf(entry);
      const globalName = `jxmbBundles[${JSON.stringify(name)}]`;
      return note({ ...worker, output: `web-${name}.js`, entry, globalName }) ?? { path: name, namespace: 'in-worker' };
    },
    (build) => {
      // Read like a module of CommonJS, as `require` is in Node. Where bundles are, `server/src/assets.ts` is told.
      build.onLoad({ filter: /.*/, namespace: 'in-worker' }, ({ path: name }) => {
        const file = JSON.stringify(`web-${name}.js`);
        return {
          contents: `importScripts(jxmbAssets + ${file}); module.exports = jxmbBundles[${JSON.stringify(name)}];`,
        };
      });
    },
  );

  return { pluginFor: ({ platform }) => (platform === 'node' ? inNode : inWorker), found };
}

function onDynamicImport(resolve, more = () => {}) {
  return {
    name: 'own-bundles',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ kind, path: imported, resolveDir }) =>
        kind === 'dynamic-import' ? resolve(path.join(resolveDir, imported)) : undefined,
      );
      more(build);
    },
  };
}

const nameOf = (entry) => path.basename(entry).replace(/\.(ts|json)$/, '');

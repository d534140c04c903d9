import path from 'node:path';
import { root } from '../lib/paths.mjs';

/**
 * A dynamic import becomes a bundle of its own, which is loaded when it is used: esbuild splits only ES modules, and
 * what VS Code loads is CommonJS. Returns the plugin and the entries it met, those left out that are built anyway.
 */
export function ownBundles(built) {
  const found = new Map();
  const plugin = {
    name: 'own-bundles',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ kind, path: imported, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const entry = path.join(resolveDir, imported);
        const known = built.find((bundle) => path.resolve(root, bundle.entry) === entry);
        if (known) return { path: `./${known.output}`, external: true };
        const output = `${path.basename(entry).replace(/\.(ts|json)$/, '')}.js`;
        const other = found.get(output);
        if (other && other !== entry) return { errors: [{ text: `${other} and ${entry} would both be ${output}` }] };
        found.set(output, entry);
        return { path: `./${output}`, external: true };
      });
    },
  };
  return { plugin, found };
}

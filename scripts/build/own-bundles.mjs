import path from 'node:path';

/**
 * A dynamic import becomes a bundle of its own, which is loaded when it is used: esbuild splits only ES modules, and
 * what VS Code loads is CommonJS. Returns the plugin and the entries it met.
 */
export function ownBundles() {
  const found = new Map();
  const plugin = {
    name: 'own-bundles',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ kind, path: imported, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const entry = path.join(resolveDir, imported);
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

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../lib/paths.mjs';
import { anywhere } from './bundles.mjs';

const CORE = './core.js';
const STATEMENT = /^(?:import|export)\s+(?!type\b)([^'";]+?)\s+from\s+['"]([^'"]+)['"]/gm;

/**
 * `core.js`: the modules that are read at the start, once for the servers, the command line and whatever is loaded
 * later. esbuild shares modules among ES modules only, and what VS Code loads is CommonJS in Node and scripts in workers;
 * so where others import a module that stands there, they get the names they ask for from `core.js`, which exports them.
 */
export class Core {
  #files = new Set();
  /** What is asked for, a module and a name in it, by what `core.js` calls it. */
  #exports = new Map();

  /** @param files the modules that stand in it, by their absolute paths */
  fill(files) {
    this.#files = new Set(files);
  }

  /** Lets a build take modules from `core.js`. */
  attach(build) {
    build.onResolve({ filter: /^[.a-z@]/ }, async (args) => {
      const { path: imported, importer, kind, namespace, pluginData, ...from } = args;
      if (pluginData === this || namespace === 'core' || kind === 'entry-point') return undefined;
      const asking = { ...from, importer, kind, namespace, pluginData: this };
      const { path: file, external } = await build.resolve(imported, asking);
      if (external || !this.#files.has(file)) return undefined;
      const names = kind === 'import-statement' ? await namesIn(importer, imported) : ['*'];
      return { path: file, suffix: `?${names}`, namespace: 'core', pluginData: names };
    });
    build.onResolve({ filter: /^\.\/core\.js$/, namespace: 'core' }, () => ({ path: CORE, external: true }));
    build.onLoad({ filter: /.*/, namespace: 'core' }, ({ path: file, pluginData: names }) => {
      const lines = names.map((name) => {
        const value = `core.${this.#nameOf(file, name)}`;
        return name === '*' ? `module.exports = ${value};` : `export const ${name} = ${value};`;
      });
      return { contents: [`const core = require('${CORE}');`, ...lines].join('\n') };
    });
  }

  /** The bundle itself, once it is known what the others ask for. */
  get bundle() {
    const lines = [...this.#exports.values()].map(({ file, name, as }) => {
      const module = JSON.stringify(`./${path.relative(root, file).replaceAll('\\', '/')}`);
      return name === '*' ? `export * as ${as} from ${module};` : `export { ${name} as ${as} } from ${module};`;
    });
    return { ...anywhere, output: 'core.js', stdin: { contents: lines.join('\n'), resolveDir: root } };
  }

  #nameOf(file, name) {
    const key = `${file}?${name}`;
    const known = this.#exports.get(key);
    if (known) return known.as;
    const as = `_${this.#exports.size.toString(36)}`;
    this.#exports.set(key, { file, name, as });
    return as;
  }
}

/** The names that a file takes of a module: `b` and `d` of `import { type A, b, d as c } from '…'`. */
async function namesIn(importer, module) {
  const statements = (await readFile(importer, 'utf8')).matchAll(STATEMENT);
  const names = [...statements].flatMap(([, what, from]) => {
    if (from !== module) return [];
    if (!what.startsWith('{')) return what.startsWith('*') ? '*' : 'default';
    const all = what.slice(1, -1).split(',');
    return all.map((name) => name.trim().split(' as ')[0]).filter((name) => name && !name.startsWith('type '));
  });
  return [...new Set(names)];
}

#!/usr/bin/env node
// Bundles the extension into dist/. `--dev`: readable, with source maps.
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundles } from './build/bundles.mjs';
import { describeBundle } from './build/report.mjs';
import { keepStartUpSmall } from './build/start-up.mjs';
import { inRoot } from './lib/paths.mjs';
import { reportAndFail, Told, text } from './lib/say.mjs';
import { continueInNode24 } from './setup/node24.mjs';

const dist = inRoot('dist');

async function build({ dev }) {
  const esbuild = await import('esbuild');
  const { ownBundles } = await import('./build/own-bundles.mjs');
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);
  // The project is an ES module; what VS Code loads is not.
  await writeFile(path.join(dist, 'package.json'), '{ "type": "commonjs" }\n');

  const { plugin, found, core } = await ownBundles();
  const meta = {};
  const bundle = async ({ output, entry, withCore, executable, ...options }) => {
    const result = await esbuild.build({
      ...options,
      ...(entry && source(entry)),
      outfile: path.join('dist', output),
      absWorkingDir: inRoot(),
      bundle: true,
      minify: !dev,
      sourcemap: dev,
      metafile: true,
      logLevel: 'warning',
      plugins: [plugin({ withCore })],
      ...(executable && { banner: { js: await hashbang(entry) } }),
    });
    if (executable) await chmod(path.join(dist, output), 0o755);
    meta[output] = result.metafile;
    console.log(await describeBundle(dist, output, result.metafile));
  };

  for (const each of bundles) await bundle(each);
  console.log(text('只在用到时才读取:', 'Loaded only when used:'));
  for (const each of found.values()) await bundle(each);
  console.log(text('表格一打开就要用、各处共用的:', 'What reading tables needs, wherever that is:'));
  await bundle(core.bundle);
  for (const { output } of [...bundles, core.bundle]) keepStartUpSmall(output, Object.keys(meta[output].inputs));
  // Tables of the characters of Chinese PDF files.
  await cp(inRoot('node_modules/pdfjs-dist/cmaps'), path.join(dist, 'cmaps'), { recursive: true });
  await writeFile(path.join(dist, 'meta.json'), JSON.stringify(meta));
}

/** As an entry of its own a JSON file would be read and not be exported. */
function source(entry) {
  if (!entry.endsWith('.json')) return { entryPoints: [entry] };
  return { stdin: { contents: `module.exports = require(${JSON.stringify(entry)});`, resolveDir: inRoot() } };
}

/** esbuild keeps a hashbang that the source has, and would put a second one before it. */
async function hashbang(entry) {
  return (await readFile(inRoot(entry), 'utf8')).startsWith('#!') ? '' : '#!/usr/bin/env node';
}

// What data comes to is found out by running TypeScript.
await continueInNode24();
const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
build(values).catch((error) => {
  // esbuild has shown what is wrong in the sources already
  reportAndFail(error.errors ? new Told(text('构建失败。', 'The build failed.')) : error);
});

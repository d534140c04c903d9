/** What V8 compiled of our bundles is kept from start to start; what they do is the same with it and without. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { buildSync } from 'esbuild';
import { node } from '../scripts/build/bundles.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';
import { temporaryFolder } from '../scripts/lib/temporary.mjs';

const folder = temporaryFolder('compiled');
let runs = 0;

/** A program of two bundles, of which the second says something, with a folder to keep what is compiled. */
function program() {
  const own = path.join(folder, String(++runs));
  mkdirSync(own);
  const kept = path.join(own, 'kept');
  const entry = path.join(own, 'entry.js');
  const part = path.join(own, 'part.js');
  buildSync({
    ...(node as object),
    stdin: {
      contents: `import { keepCompiled } from './compiled.ts'; keepCompiled('try'); require('./part.js');`,
      resolveDir: inRoot('server/src'),
    },
    external: ['./part.js'],
    bundle: true,
    outfile: entry,
  });
  return {
    says: (word: string) => {
      writeFileSync(part, `const say = (what) => console.log(what, __filename, typeof require('fs')); say('${word}');`);
      // As packers leave it: the same time whatever is in it.
      utimesSync(part, 0, 0);
    },
    run: (env: NodeJS.ProcessEnv = {}) => {
      const { stdout, stderr } = spawnSync(process.execPath, [entry], {
        encoding: 'utf8',
        env: { ...process.env, NODE_COMPILE_CACHE: kept, NODE_DISABLE_COMPILE_CACHE: '', ...env },
      });
      assert.equal(stderr, '');
      return stdout;
    },
    said: (word: string) => `${word} ${part} object\n`,
    /** The files in which what is compiled of the second bundle is kept; Node keeps its own in a folder. */
    files: () =>
      readdirSync(kept, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => path.join(kept, name)),
  };
}

test('what is compiled is kept after the first run, and taken after that', () => {
  const { says, run, said, files } = program();
  says('one');
  assert.equal(run(), said('one'));
  const [file = '', ...others] = files();
  assert.deepEqual(others, []);
  utimesSync(file, 0, 0);
  assert.equal(run(), said('one'));
  // What V8 had not taken would have been written anew.
  assert.equal(statSync(file).mtimeMs, 0);
});

test('another bundle of the same length, time and name is another', () => {
  const { says, run, said } = program();
  for (const word of ['one', 'two', 'six']) {
    says(word);
    assert.equal(run(), said(word));
  }
});

test('what is spoilt is not taken, and is written anew', () => {
  const { says, run, said, files } = program();
  says('one');
  run();
  const [file = ''] = files();
  const whole = readFileSync(file);
  for (const spoilt of [new Uint8Array(), whole.subarray(0, 100), whole.map((byte, i) => (i > 64 ? byte ^ 1 : byte))]) {
    writeFileSync(file, spoilt);
    assert.equal(run(), said('one'));
    assert.equal(readFileSync(file).length, whole.length);
  }
});

test('nothing is kept where that is turned off, or cannot be', () => {
  const { says, run, said, files } = program();
  says('one');
  assert.equal(run({ NODE_DISABLE_COMPILE_CACHE: '1' }), said('one'));
  assert.throws(files);
  assert.equal(run({ NODE_COMPILE_CACHE: path.join(folder, '1', 'part.js', 'below') }), said('one'));
});

test('nothing is kept among the temporary files where somebody has put a link', { skip: !process.getuid }, () => {
  const { says, run, said } = program();
  const [temporary, elsewhere] = ['temporary', 'elsewhere'].map((name) => path.join(folder, name)) as [string, string];
  for (const made of [temporary, elsewhere]) mkdirSync(made);
  says('one');
  const link = path.join(temporary, `jxmb-compiled-${process.getuid?.()}`);
  symlinkSync(elsewhere, link);
  const env = { NODE_COMPILE_CACHE: undefined, TMPDIR: temporary };
  assert.equal(run(env), said('one'));
  assert.deepEqual(readdirSync(elsewhere), []);
  unlinkSync(link);
  assert.equal(run(env), said('one'));
  assert.equal(readdirSync(link).length, 1);
});

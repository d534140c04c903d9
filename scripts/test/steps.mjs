import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { inRoot, root, shown } from '../lib/paths.mjs';
import { npm, run } from '../lib/process.mjs';
import { say } from '../lib/say.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { ensureLibreOffice } from '../setup/libreOffice.mjs';
import { environmentWithCounts, readCounts } from './counts.mjs';

/**
 * The steps of `npm test`. Each gives the counts of its tests; a step without tests of its own gives nothing where all
 * is well and throws where not.
 */

const node = process.execPath;

/** Scripts that write a file of the repository, and with `--check` only look whether it is what they would write. */
const generators = ['scripts/build-catalogue.mjs', 'scripts/build-rules.mjs'];

export async function checkGenerated() {
  for (const script of generators.filter((script) => existsSync(inRoot(script)))) {
    await mustEndWell(node, [script, '--check'], 120);
  }
}

export const check = () => mustEndWell(npm, ['run', '--silent', 'check'], 300);

export const build = () => mustEndWell(node, ['scripts/build.mjs'], 120);

/** Of what is built; imported only now: it needs a library. */
export const checkSizes = async () => (await import('./sizes.mjs')).checkSizes();

async function mustEndWell(command, args, seconds) {
  const { code, late } = await run(command, args, { cwd: root, seconds });
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${late ? `no end after ${seconds} s` : `exit code ${code}`}`);
}

/** Unit tests: `*.test.ts` anywhere in test/ but where another program runs them. */
export async function unitTests(named) {
  const files = named ?? (await testFiles('test', '.test.ts')).filter((file) => !isVSCodeTest(file));
  if (files.length === 0) return {};
  if (!existsSync(inRoot('../shared'))) {
    say('(没有 ../shared,基于真实文件的测试将跳过)', '(no ../shared here: the tests on real documents are skipped)');
  }
  if (!named || named.some((file) => file.includes('exchange'))) await ensureLibreOffice();
  return withCounts(async (counts) => {
    const report = named ? 'spec' : './scripts/test/unit-report.mjs';
    const reporters = [
      ...[`--test-reporter=${report}`, '--test-reporter-destination=stdout'],
      ...['--test-reporter=./scripts/test/unit-counts.mjs', `--test-reporter-destination=${counts}`],
    ];
    return run(node, ['--import=./scripts/test/seed.mjs', '--test', ...reporters, ...files], {
      cwd: root,
      seconds: 1800,
    });
  });
}

/** Grammar tests: documents whose comments say which scopes the line above has. */
export async function grammarTests(named) {
  const files = named ?? (await testFiles('test/grammar', '.jxmb'));
  if (files.length === 0) return {};
  const { code, printed } = await run(node, ['node_modules/vscode-tmgrammar-test/dist/unit.js', ...files], {
    cwd: root,
    seconds: 120,
    capture: true,
  });
  process.stdout.write(printed);
  const passed = printed.match(/ run successfull?y/g)?.length ?? 0;
  return { passed, failed: Math.max(files.length - passed, code === 0 ? 0 : 1) };
}

export const vscodeSuite = (named = []) =>
  withCounts((counts) => runWithCounts(['test/vscode/run.mjs', ...named], counts, 600));

/** Scripts that drive VS Code by its keyboard. */
const KEYBOARD = ['keyboard', 'keystrokes', 'preview', 'exchange', 'web'].map((name) => `test/vscode/${name}.mjs`);

export async function keyboardTests(named = KEYBOARD) {
  const sum = {};
  for (const script of named) {
    const counts = await withCounts((file) => runWithCounts([script], file, 600));
    for (const [key, count] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + count;
  }
  return sum;
}

const runWithCounts = (args, counts, seconds) =>
  run(node, args, { cwd: root, env: environmentWithCounts(counts), seconds });

/** A process that left no counts, or fails without a failed test, counts as one failure. */
async function withCounts(start) {
  const file = path.join(temporaryFolder('test'), 'counts.json');
  const { code } = await start(file);
  const counts = (await readCounts(file)) ?? { failed: 1 };
  return code !== 0 && !counts.failed ? { ...counts, failed: 1 } : counts;
}

async function testFiles(folder, ending) {
  const entries = await readdir(inRoot(folder), { recursive: true }).catch(() => []);
  return entries
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .sort();
}

const isVSCodeTest = (file) => file.startsWith('test/vscode/');

/** Which steps run the files that were named on the command line. */
export function stepsFor(files) {
  const paths = files.map((file) => shown(path.resolve(file)).split(path.sep).join('/'));
  const keyboard = paths.filter((file) => KEYBOARD.includes(file));
  const suite = paths.filter((file) => isVSCodeTest(file) && file.endsWith('.test.ts'));
  const grammar = paths.filter((file) => file.startsWith('test/grammar/') && file.endsWith('.jxmb'));
  const unit = paths.filter((file) => file.endsWith('.test.ts') && !isVSCodeTest(file));
  const unknown = paths.filter((file) => ![...keyboard, ...suite, ...grammar, ...unit].includes(file));
  return { keyboard, suite, grammar, unit, unknown };
}

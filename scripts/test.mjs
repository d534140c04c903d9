#!/usr/bin/env node
// Everything that has to hold: `npm test`. Quicker: `npm test -- --unit`, `npm test -- --vscode`, or the path of a test.
import { parseArgs } from 'node:util';
import { exitOnSignals } from './lib/process.mjs';
import { Told, text } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { continueInNode24 } from './setup/node24.mjs';
import { add, closingLine, noCounts } from './test/counts.mjs';
import {
  build,
  check,
  checkGenerated,
  checkSizes,
  grammarTests,
  keyboardTests,
  stepsFor,
  unitTests,
  vscodeSuite,
} from './test/steps.mjs';

const sum = noCounts();

/** Runs a step; one that breaks counts as one failure, and the steps after it run all the same. */
async function step(chinese, english, work) {
  console.log(`\n── ${text(chinese, english)}`);
  const start = Date.now();
  let counts;
  try {
    counts = (await work()) ?? {};
  } catch (error) {
    console.error(error instanceof Told ? error.message : String(error));
    counts = { failed: 1 };
  }
  add(sum, counts);
  console.log(`── ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return !counts.failed;
}

const unit = (files) => step('单元测试', 'Unit tests', () => unitTests(files));
const grammar = (files) => step('语法高亮测试', 'Grammar tests', () => grammarTests(files));
const suite = (files) => step('VS Code 内的测试', 'Suite inside VS Code', () => vscodeSuite(files));
const keyboard = (files) => step('键盘操作测试', 'Keyboard tests', () => keyboardTests(files));
const bundle = () => step('构建', 'Build', build);

async function everything() {
  await step('生成的文件', 'Generated files', checkGenerated);
  await step('代码检查(npm run check)', 'Checks (npm run check)', check);
  const built = await bundle();
  if (built) await step('大小', 'Sizes', checkSizes);
  await unit();
  await grammar();
  if (built) await inVSCode();
}

async function inVSCode() {
  await suite();
  await keyboard();
}

async function named(files) {
  const steps = stepsFor(files);
  if (steps.unknown.length > 0) {
    throw new Told(`${text('不是测试文件:', 'Not a test:')} ${steps.unknown.join(', ')}`);
  }
  if (steps.unit.length > 0) await unit(steps.unit);
  if (steps.grammar.length > 0) await grammar(steps.grammar);
  const inVSCode = steps.suite.length + steps.keyboard.length > 0;
  if (!inVSCode || !(await bundle())) return;
  if (steps.suite.length > 0) await suite(steps.suite);
  if (steps.keyboard.length > 0) await keyboard(steps.keyboard);
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { unit: { type: 'boolean' }, vscode: { type: 'boolean' } },
    allowPositionals: true,
  });
  await continueInNode24();
  exitOnSignals();
  if (!(await step('准备', 'Set-up', ensureDependencies))) return;
  if (positionals.length > 0) await named(positionals);
  else if (values.unit) await unit();
  else if (values.vscode) {
    if (await bundle()) await inVSCode();
  } else await everything();
}

try {
  await main();
} catch (error) {
  sum.failed += 1;
  console.error(error instanceof Told ? error.message : error);
}
console.log(`\n${closingLine(sum)}`);
process.exit(sum.failed > 0 ? 1 : 0);

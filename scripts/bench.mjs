#!/usr/bin/env node
// Runs the measurements of bench/: what reading a table and typing into it cost, and what each request of an editor
// does. Arguments go to bench/edit.ts.
import { root } from './lib/paths.mjs';
import { exitOnSignals, run } from './lib/process.mjs';
import { reportAndFail } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { continueInNode24 } from './setup/node24.mjs';

async function main() {
  await continueInNode24();
  exitOnSignals();
  await ensureDependencies();
  const works = [
    ['scripts/build.mjs'],
    ['bench/read.ts'],
    ['bench/edit.ts', ...process.argv.slice(2)],
    ['bench/requests.ts'],
    ['bench/preview.ts'],
    ['bench/previewPage.ts'],
    ['--expose-gc', 'bench/exchange.ts'],
  ];
  for (const args of works) {
    const { code } = await run(process.execPath, args, { cwd: root, seconds: 600 });
    if (code !== 0) process.exit(code);
  }
}

main().catch(reportAndFail);

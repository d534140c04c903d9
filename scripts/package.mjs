#!/usr/bin/env node
// Packs the extension into jxmb.vsix, which VS Code installs without internet.
import { root } from './lib/paths.mjs';
import { exitOnSignals, run } from './lib/process.mjs';
import { reportAndFail } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { continueInNode24 } from './setup/node24.mjs';

async function main() {
  await continueInNode24();
  exitOnSignals();
  await ensureDependencies();
  for (const args of [
    ['scripts/build.mjs'],
    [
      'node_modules/@vscode/vsce/vsce',
      'package',
      '--no-dependencies',
      '--skip-license',
      '--no-rewrite-relative-links',
      '-o',
      'jxmb.vsix',
    ],
  ]) {
    const { code } = await run(process.execPath, args, { cwd: root, seconds: 180 });
    if (code !== 0) process.exit(code);
  }
}

main().catch(reportAndFail);

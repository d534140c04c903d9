#!/usr/bin/env node
// Packs the extension into jxmb.vsix, which VS Code installs without internet.
import { pack } from './build/pack.mjs';
import { root } from './lib/paths.mjs';
import { exitOnSignals, run } from './lib/process.mjs';
import { reportAndFail } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { continueInNode24 } from './setup/node24.mjs';

async function main() {
  await continueInNode24();
  exitOnSignals();
  await ensureDependencies();
  const built = await run(process.execPath, ['scripts/build.mjs'], { cwd: root, seconds: 180 });
  const { code } = built.code === 0 ? await pack('jxmb.vsix') : built;
  if (code !== 0) process.exit(code);
}

main().catch(reportAndFail);

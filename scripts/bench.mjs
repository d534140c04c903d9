#!/usr/bin/env node
// Measures the language server beside others, and prints one table. `--quick`: beside the empty server and JSON, at two
// sizes, within a minute; `--size`: what the house costs; `--only servers,edit`: these parts; `--sizes 10,100`: with so
// many projects; `--beside json`: beside these servers.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot, root } from './lib/paths.mjs';
import { exitOnSignals, run } from './lib/process.mjs';
import { reportAndFail, say, Told, text } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { continueInNode24 } from './setup/node24.mjs';

/** The parts in their order, each with options for Node; `isQuick`: it belongs to the quick run. */
const PARTS = {
  servers: { isQuick: true },
  memory: {},
  edit: { isQuick: true },
  inProcess: { node: ['--max-old-space-size=8192'] },
  commandLine: {},
  folders: {},
  requests: {},
  preview: {},
  previewPage: {},
  exchange: { node: ['--expose-gc'] },
  size: {},
};

/** A part that takes longer hangs. */
const PART_SECONDS = 3600;

async function main() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      size: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      beside: { type: 'string' },
      only: { type: 'string' },
    },
  });
  await continueInNode24();
  exitOnSignals();
  await ensureDependencies();
  // Peers have install scripts that compile for this machine; what is used of them runs on any.
  if (!values.size) await ensureDependencies(inRoot('bench'), ['--ignore-scripts']);
  await node(['scripts/build.mjs'], { capture: true });

  const start = performance.now();
  const { quick, sizes, beside } = values;
  const args = [
    ...(quick ? ['--quick'] : []),
    ...(sizes ? ['--sizes', sizes] : []),
    ...(beside ? ['--beside', beside] : []),
  ];
  // A look is not what is kept.
  const isLook = quick || sizes !== undefined || beside !== undefined;
  const env = { ...process.env, ...(isLook && { BENCH_RESULTS: path.join(root, '.cache/bench/results.json') }) };
  for (const name of partsOf(values)) {
    console.log(name);
    await node([...(PARTS[name].node ?? []), `bench/parts/${name}.ts`, ...args], { env });
  }
  await node(['bench/report.ts'], { env });
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  say(`用时 ${minutes} 分钟。`, `It took ${minutes} minutes.`);
}

function partsOf({ quick, size, only }) {
  if (size) return ['size'];
  const names = only?.split(',') ?? Object.keys(PARTS).filter((name) => !quick || PARTS[name].isQuick);
  for (const name of names) {
    if (!Object.hasOwn(PARTS, name)) {
      const known = Object.keys(PARTS).join(', ');
      throw new Told(text(`没有 ${name} 这一部分;有 ${known}。`, `There is no part ${name}; there are ${known}.`));
    }
  }
  return names;
}

async function node(args, options) {
  const { code, printed, late } = await run(process.execPath, args, { cwd: root, seconds: PART_SECONDS, ...options });
  if (code === 0) return;
  const how = late ? text('超时', 'took too long') : text(`退出码 ${code}`, `ended with ${code}`);
  throw new Told(`${args.join(' ')}: ${how}\n${printed}`);
}

main().catch(reportAndFail);

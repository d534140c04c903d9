import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { temporaryFolder } from '../../scripts/lib/temporary.mjs';
import { generate } from '../generate.ts';
import { optionsOf } from '../options.ts';
import { writeSection } from '../results.ts';
import { inTurn, type Series } from '../sampling/inTurn.ts';

/**
 * A folder full of tables: `jxmb check` with one thread, and with as many as there are cores.
 *
 *     node bench/parts/folders.ts [--quick]
 */
const { quick } = optionsOf();
const FILES = quick ? 200 : 10_000;
/** Some 10 kB each. */
const PROJECTS_IN_EACH = 8;
const FILES_IN_FOLDER = 100;
/** Tables that differ; the others are copies. */
const SEEDS = 50;

export interface FoldersSection {
  readonly files: number;
  readonly megabytes: number;
  readonly cores: number;
  /** By the number of threads; the ratio is to one. Absent where the command line has no threads. */
  readonly threads: Series | undefined;
}

const folder = temporaryFolder('bench');
const texts = Array.from({ length: SEEDS }, (_, seed) => generate({ projects: PROJECTS_IN_EACH, seed: seed + 1 }));
let bytes = 0;
for (let i = 0; i < FILES; i++) {
  const into = path.join(folder, String(Math.floor(i / FILES_IN_FOLDER)));
  if (i % FILES_IN_FOLDER === 0) await mkdir(into);
  const text = texts[i % SEEDS] as string;
  bytes += Buffer.byteLength(text);
  await writeFile(path.join(into, `${i}.jxmb`), text);
}

const run = promisify(execFile);
const cli = inRoot('dist/cli.js');
const jxmb = (...args: string[]) => run(process.execPath, [cli, ...args], { maxBuffer: 1e9 });
const hasThreads = (await jxmb('--help')).stdout.includes('--threads');
const cores = cpus().length;

async function threadsBeside(): Promise<Series> {
  const works = [1, cores].map((threads) => ({
    name: String(threads),
    run: async () => void (await jxmb('check', folder, '--threads', String(threads))),
  }));
  return inTurn(works, { samples: 5, seconds: quick ? 5 : 60, warmUp: 0 });
}

const threads = hasThreads && cores > 1 ? await threadsBeside() : undefined;
const times = Object.entries(threads?.rows ?? {}).map(([count, { median }]) => `${count}: ${median.toFixed(0)} ms`);
console.log(`  ${FILES} files, ${(bytes / 1e6).toFixed(0)} MB; threads ${times.join(', ') || 'not to be had'}`);
writeSection('folders', { files: FILES, megabytes: bytes / 1e6, cores, threads } satisfies FoldersSection);

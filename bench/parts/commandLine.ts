import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { temporaryFolder } from '../../scripts/lib/temporary.mjs';
import { contentOf, type Language } from '../contents/languages.ts';
import { optionsOf } from '../options.ts';
import { writeSection } from '../results.ts';
import { inTurn, type Series, type Work } from '../sampling/inTurn.ts';

/**
 * One table at the command line: `jxmb check` beside Node that does nothing, and beside the checkers of plain-text
 * accounting where they are there (Debian's packages beancount and hledger).
 *
 *     node bench/parts/commandLine.ts [--quick] [--sizes 10,100]
 */
const { quick, sizes } = optionsOf();
const run = promisify(execFile);

interface Checker {
  readonly name: string;
  readonly command: string;
  readonly language: Language;
  readonly args: (file: string) => readonly string[];
  /** How it says that it is there. */
  readonly version: readonly string[];
}

const cli = inRoot('dist/cli.js');
const CHECKERS: readonly Checker[] = [
  { name: 'node', command: process.execPath, language: 'jxmb', args: () => ['-e', '0'], version: ['--version'] },
  {
    name: 'jxmb',
    command: process.execPath,
    language: 'jxmb',
    args: (file) => [cli, 'check', file],
    version: ['--version'],
  },
  // Without its cache it reads the file, as the others do.
  {
    name: 'beanCheck',
    command: 'bean-check',
    language: 'beancount',
    args: (file) => ['--no-cache', file],
    version: ['--version'],
  },
  {
    name: 'hledger',
    command: 'hledger',
    language: 'hledger',
    args: (file) => ['-f', file, 'check'],
    version: ['--version'],
  },
];

/** Sizes, then checkers; the ratio is to bare Node, the second one to ours. */
export interface CommandLineSection {
  readonly sizes: Readonly<Record<string, Series>>;
  /** Checkers that are not on this machine. */
  readonly absent: readonly string[];
}

const present: Checker[] = [];
const absent: string[] = [];
for (const checker of quick ? CHECKERS.slice(0, 2) : CHECKERS) {
  const isThere = await run(checker.command, checker.version).then(
    () => true,
    () => false,
  );
  if (isThere) present.push(checker);
  else absent.push(checker.command);
}
if (absent.length > 0) console.log(`  not here, and skipped: ${absent.join(', ')}`);

const measured: Record<string, Series> = {};
const folder = temporaryFolder('bench');
for (const size of sizes) {
  const works: Work[] = [];
  for (const { name, command, language, args } of present) {
    const { text, ending } = contentOf(language, size);
    const file = path.join(folder, `table-${size}${ending}`);
    await writeFile(file, text);
    // A checker that finds something in the sound table fails, and so does the bench.
    works.push({ name, run: async () => void (await run(command, args(file), { maxBuffer: 1e8 })) });
  }
  const series = await inTurn(works, { samples: quick ? 3 : 9, seconds: quick ? 1 : 20, warmUp: 0 });
  measured[size] = series;
  const times = Object.entries(series.rows).map(([name, { median }]) => `${name} ${median.toFixed(0)} ms`);
  console.log(`  ${size}: ${times.join(', ')}`);
}
writeSection('commandLine', { sizes: measured, absent } satisfies CommandLineSection);

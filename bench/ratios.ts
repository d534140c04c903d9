import { statSync } from 'node:fs';
import { inRoot } from '../scripts/lib/paths.mjs';
import type { Measure } from './contest/contest.ts';
import type { EditSection } from './parts/edit.ts';
import type { FoldersSection } from './parts/folders.ts';
import type { InProcessSection } from './parts/inProcess.ts';
import type { MemorySection } from './parts/memory.ts';
import type { ServersSection } from './parts/servers.ts';
import { readSection } from './results.ts';

/** What the whole comes to: one number each, to be held against its goal. */
export interface Ratio {
  readonly means: string;
  readonly goal: { readonly atMost: number } | { readonly atLeast: number };
  /** Undefined where it was not measured. */
  value(): number | undefined;
}

const servers = (size: number, measure: Measure) =>
  readSection<ServersSection>('servers')?.[size]?.jxmb?.measures[measure]?.rows.jxmb?.ratio;
const reader = (name: string) => readSection<InProcessSection>('inProcess')?.[10_000]?.[name];
const memory = (name: string) => readSection<MemorySection>('memory')?.[10_000]?.[name];

function speedup(): number | undefined {
  const ratio = readSection<FoldersSection>('folders')?.threads?.rows['2']?.ratio;
  return ratio === undefined ? undefined : 1 / ratio;
}

function memoryVsFloor(): number | undefined {
  const [ours, floor] = [memory('jxmb'), memory('floor')];
  return ours && floor && ours.opened.resident / floor.opened.resident;
}

/** Bundles share `core.js`: whoever loads one of those loads it too. */
function kilobytes(...bundles: readonly string[]): number | undefined {
  const sizes = bundles.map((bundle) => statSync(inRoot('dist', bundle), { throwIfNoEntry: false })?.size);
  return sizes.every((size) => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) / 1000 : undefined;
}

const overFloor = (what: string) => `${what}, over stdio ÷ the empty server`;

export const RATIOS = {
  editVsFloor10k: {
    means: overFloor('a digit typed → findings at typing pace, 10,000 projects'),
    goal: { atMost: 1.3 },
    value: () => servers(10_000, 'typing'),
  },
  editFlatness: {
    means: 'a character typed, in process: 10,000 projects ÷ 10',
    goal: { atMost: 1.3 },
    value: () => readSection<EditSection>('edit')?.table[10_000]?.ratioToLeast,
  },
  completionVsFloor10k: {
    means: overFloor('a short list of completions, 10,000 projects'),
    goal: { atMost: 1.2 },
    value: () => servers(10_000, 'completionShort'),
  },
  hoverVsFloor10k: {
    means: overFloor('a hover, 10,000 projects'),
    goal: { atMost: 1.2 },
    value: () => servers(10_000, 'hover'),
  },
  openVsFloor10k: {
    means: overFloor('opening → findings, 10,000 projects'),
    goal: { atMost: 1.4 },
    value: () => servers(10_000, 'open'),
  },
  readVsJson10k: {
    means: 'full read with all rules, in process, 10,000 projects: how many times as fast as the JSON service',
    goal: { atLeast: 40 },
    value: () => reader('json')?.read.ratio,
  },
  readVsYaml10k: {
    means: 'the same: how many times as fast as the library yaml, which checks nothing',
    goal: { atLeast: 250 },
    value: () => reader('yaml')?.read.ratio,
  },
  readVsDecode10k: {
    means: 'the same: how many times as fast as decoding the same bytes from UTF-8',
    goal: { atLeast: 1 },
    value: () => reader('decode')?.read.ratio,
  },
  startVsFloor100: {
    means: overFloor('start of the process → first findings, 100 projects'),
    goal: { atMost: 1.1 },
    value: () => servers(100, 'start'),
  },
  startVsFloor10k: {
    means: overFloor('start of the process → first findings, 10,000 projects'),
    goal: { atMost: 1.4 },
    value: () => servers(10_000, 'start'),
  },
  modelBytesPerByte: {
    means: 'kept of a table of 10,000 projects besides its text, bytes a byte of UTF-8',
    goal: { atMost: 0.5 },
    value: () => reader('jxmb')?.held?.heapPerByte,
  },
  memoryVsFloor10k: {
    means: 'memory of the process with 10,000 projects open ÷ the empty server',
    goal: { atMost: 1.25 },
    value: memoryVsFloor,
  },
  memoryGrowth1000Edits: {
    means: 'what is alive after 1,000 edits ÷ after 10, 10,000 projects',
    goal: { atMost: 1.03 },
    value: () => memory('jxmb')?.growth,
  },
  checkSpeedup2Cores: {
    means: 'jxmb check on 10,000 files: how many times as fast with two threads as with one',
    goal: { atLeast: 1.7 },
    value: speedup,
  },
  serverBundleKB: {
    means: 'what the server reads at the start, minified: dist/server.js, serveProcess.js and core.js',
    goal: { atMost: 450 },
    value: () => kilobytes('server.js', 'serveProcess.js', 'core.js'),
  },
  clientBundleKB: {
    means: 'dist/client.js, minified',
    goal: { atMost: 500 },
    value: () => kilobytes('client.js'),
  },
} satisfies Readonly<Record<string, Ratio>>;

export function isMet({ goal }: Ratio, value: number): boolean {
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

export const goalOf = ({ goal }: Ratio) => ('atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`);

/** All ratios by name; null where one was not measured. */
export function ratios(): Readonly<Record<string, number | null>> {
  return Object.fromEntries(Object.entries(RATIOS).map(([name, ratio]) => [name, ratio.value() ?? null]));
}

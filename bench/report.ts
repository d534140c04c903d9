import { cpus } from 'node:os';
import type { Contest, Measure } from './contest/contest.ts';
import { writeDocument } from './document.ts';
import type { MemorySection } from './parts/memory.ts';
import type { ServersSection } from './parts/servers.ts';
import { goalOf, isMet, RATIOS, ratios } from './ratios.ts';
import { isTrial, RESULTS, readSection, writeSection } from './results.ts';
import { figuresOf } from './sampling/statistics.ts';

/**
 * What the parts have measured, as one table, and what it comes to. Writes the ratios, says where it was measured, and
 * puts the figures into docs/speed.md.
 *
 *     node bench/report.ts
 */
const rounded = (value: number | undefined) => (value === undefined ? '' : Number(value.toPrecision(3)));

/** Noise is that of the series between the servers: many, and all over the run. */
function noiseOf(section: ServersSection): { readonly usual: number; readonly worst: number } {
  const contests = Object.values(section).flatMap((contests) => Object.values(contests));
  const noises = contests.flatMap(({ measures }) => Object.values(measures).map(({ noise }) => noise));
  const { median, p95 } = figuresOf(noises);
  return { usual: median, worst: p95 };
}

const MEASURES: Readonly<Record<Measure, string>> = {
  start: 'start → findings',
  open: 'open → findings',
  typing: 'edit, typing',
  backToBack: 'edit, back to back',
  project: 'project in, out',
  completionShort: 'completion, short',
  completionLong: 'completion, long',
  hover: 'hover',
  outline: 'outline',
  format: 'format',
};
const PEERS = ['json', 'yaml', 'beancount'];

function rowOf(contests: Readonly<Record<string, Contest>>, measure: Measure): Record<string, unknown> {
  const rowIn = (contest: string, server: string) => contests[contest]?.measures[measure]?.rows[server];
  // Two that are alone have the most samples.
  const pair = contests.jxmb ? 'jxmb' : 'json';
  const ours = rowIn(pair, 'jxmb');
  const row: Record<string, unknown> = {
    'empty ms': rounded(rowIn(pair, 'floor')?.median),
    'jxmb ms': rounded(ours?.median),
    p95: rounded(ours?.p95),
    '÷ empty': rounded(ours?.ratio),
    'IPC ÷ empty': rounded(rowIn('ipc', 'jxmbIpc')?.ratio),
  };
  for (const peer of PEERS) {
    const givenUp = contests[peer]?.givenUp;
    const why = givenUp?.at === measure ? (givenUp.hasEnded ? 'ended' : '> 60,000') : '';
    row[`${peer} ms`] = rounded(rowIn(peer, peer)?.median) || why;
    row[`${peer} ÷ jxmb`] = rounded(rowIn(peer, peer)?.ratioToSecond);
  }
  return row;
}

function memoryRow(rows: MemorySection[string]): Record<string, unknown> {
  const { jxmb, floor } = rows;
  const row: Record<string, unknown> = {
    'empty ms': rounded(floor?.opened.resident),
    'jxmb ms': rounded(jxmb?.opened.resident),
    '÷ empty': jxmb && floor && rounded(jxmb.opened.resident / floor.opened.resident),
  };
  for (const peer of PEERS) {
    const held = rows[peer]?.opened.resident;
    row[`${peer} ms`] = rounded(held);
    row[`${peer} ÷ jxmb`] = held && jxmb && rounded(held / jxmb.opened.resident);
  }
  return row;
}

const servers = readSection<ServersSection>('servers') ?? {};
const memory = readSection<MemorySection>('memory') ?? {};
const table: Record<string, Record<string, unknown>> = {};
for (const [size, contests] of Object.entries(servers)) {
  for (const [measure, name] of Object.entries(MEASURES)) {
    table[`${name} ${size}`] = rowOf(contests, measure as Measure);
  }
  if (memory[size]) table[`memory, MB ${size}`] = memoryRow(memory[size]);
}
console.table(table);

const values = ratios();
writeSection('ratios', values);
const noise = noiseOf(servers);
const [cpu] = cpus();
writeSection('measured', {
  on: new Date().toISOString().slice(0, 10),
  node: process.version,
  processor: cpu?.model,
  cores: cpus().length,
  noise,
});

const reached = Object.entries(RATIOS).flatMap(([name, ratio]) => {
  const value = values[name];
  if (value === null || value === undefined) return [];
  const met = isMet(ratio, value) ? 'yes' : 'NO';
  return [[name, { value: rounded(value), goal: goalOf(ratio), met, what: ratio.means }]];
});
console.table(Object.fromEntries(reached));
const missing = Object.keys(RATIOS).filter((name) => values[name] === null);
if (missing.length > 0) console.log(`not measured: ${missing.join(', ')}`);
console.log(
  `noise of the machine (p95 ÷ median of a fixed loop): ${rounded(noise.usual)}, at worst ${rounded(noise.worst)}`,
);
console.log(`all figures: ${RESULTS}`);
if (!isTrial) writeDocument();

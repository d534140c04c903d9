import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot, root } from '../scripts/lib/paths.mjs';
import { contentOf } from './contents/languages.ts';
import { type Measured, WITH_TABLE, WITHOUT_TABLE } from './contest/contest.ts';
import { Contestant } from './contest/contestant.ts';
import { servers } from './servers/servers.ts';

/**
 * Where our server's time goes while it does one of the things that are measured: the functions that take the most by
 * themselves, and with what they call. From the sources, so that functions have their names.
 *
 *     node bench/profile.ts open|typing|backToBack|project|completionShort|… [projects] [seconds]
 */
const [measure = '', projects = '10000', seconds = '5'] = process.argv.slice(2);
const { start: _start, ...opening } = WITHOUT_TABLE;
const workOf = ({ ...opening, ...WITH_TABLE } as Readonly<Record<string, Measured>>)[measure];
if (!workOf) throw new Error(`what is profiled is one of ${Object.keys({ ...opening, ...WITH_TABLE }).join(', ')}`);
const SHOWN = 30;

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}
interface Node {
  readonly id: number;
  readonly callFrame: CallFrame;
  readonly children?: readonly number[];
}
interface Profile {
  readonly nodes: readonly Node[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const source = { ...servers.jxmb, entry: () => inRoot('server/src/node.ts') };
const contestant = new Contestant(source, contentOf('jxmb', Number(projects)), ['--inspect=0', '--no-warnings']);
await contestant.initialize();
if (measure in WITH_TABLE) await contestant.open();
const work = workOf(contestant);
const doFor = async (ms: number) => {
  let runs = 0;
  for (const end = performance.now() + ms; performance.now() < end || runs < 2; runs++) {
    await work.run();
    await work.after?.();
  }
  return runs;
};
await doFor(1_000);
const inspector = await contestant.inspect();
await inspector.call('Profiler.enable');
await inspector.call('Profiler.setSamplingInterval', { interval: 200 });
await inspector.call('Profiler.start');
const runs = await doFor(Number(seconds) * 1000);
const { profile } = await inspector.call<{ profile: Profile }>('Profiler.stop');
inspector.close();
await contestant.end();

/** Where a function stands, as a person in the project's folder would write it. */
function placeOf({ functionName, url, lineNumber }: CallFrame): string {
  const file = url.startsWith('file:') ? path.relative(root, fileURLToPath(url)) : url;
  const name = functionName || '(anonymous)';
  return file ? `${name}  ${file.replace(/^.*node_modules\//, '')}:${lineNumber + 1}` : name;
}

const own = new Map<number, number>();
for (const [i, id] of profile.samples.entries()) own.set(id, (own.get(id) ?? 0) + (profile.timeDeltas[i] ?? 0));
const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
const self = new Map<string, number>();
const total = new Map<string, number>();
const add = (map: Map<string, number>, key: string, time: number) => map.set(key, (map.get(key) ?? 0) + time);

/** Adds up a part of the tree; a function that calls itself is counted once. */
function visit({ id, callFrame, children = [] }: Node, above: ReadonlySet<string>): number {
  const place = placeOf(callFrame);
  const within = new Set(above).add(place);
  let time = own.get(id) ?? 0;
  add(self, place, time);
  for (const child of children) time += visit(nodes.get(child) as Node, within);
  if (!above.has(place)) add(total, place, time);
  return time;
}

const all = visit(profile.nodes[0] as Node, new Set());
const idle = self.get('(idle)') ?? 0;
const busy = all - idle - (self.get('(program)') ?? 0);

function show(title: string, times: ReadonlyMap<string, number>): void {
  console.log(`\n${title}`);
  const shown = [...times].filter(([place]) => !/^\((?:root|idle|program)\)/.test(place));
  for (const [place, time] of shown.sort((a, b) => b[1] - a[1]).slice(0, SHOWN)) {
    const share = ((time / busy) * 100).toFixed(1).padStart(5);
    console.log(`${share}%  ${(time / 1000 / runs).toFixed(3).padStart(9)} ms  ${place}`);
  }
}

console.log(`${measure}, ${projects} projects: ${runs} times, ${(busy / 1000 / runs).toFixed(3)} ms busy each`);
show('by itself', self);
show('with what it calls', total);

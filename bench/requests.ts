import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver-protocol/node';
import { generate } from './generate.ts';
import { type Asked, everything } from './requests/asked.ts';
import { Peer } from './requests/peer.ts';

/**
 * What each request costs on a large table, beside the bare round trip to an empty server, both alive and asked in turn;
 * whether fast edits leave a queue behind them; whether memory grows with edits. Of the server as it is shipped, over
 * stdio.
 *
 *     node bench/requests.ts [projects]
 */
const projects = Number(process.argv[2] ?? 10_000);
const text = generate({ projects, slips: 20 });
const SAMPLES = 40;
/** A request is asked again until so much time is over. */
const MOST_MS = 2_500;

const place = (() => {
  const lines = text.split('\n');
  const line = lines.findIndex((own, i) => i > lines.length / 2 && own.startsWith('绩效目标:'));
  return { line, character: 8 };
})();

const file = (path: string) => new URL(path, import.meta.url).pathname;
const ours = new Peer(file('../dist/server.js'));
const floor = new Peer(file('requests/floor.ts'));
await Promise.all([ours.open(text), floor.open(text)]);
const { items } = await ours.ask<{ items: Diagnostic[] }>('textDocument/diagnostic');

/** The time until an answer is there, in ms, and how many bytes it has. */
async function timed(ask: () => Promise<unknown>): Promise<{ readonly ms: number; readonly answer: unknown }> {
  const start = performance.now();
  const answer = await ask();
  return { ms: performance.now() - start, answer };
}

interface Row {
  readonly p50: number;
  readonly p95: number;
  readonly 'after an edit': number;
  readonly 'p95 after': number;
  readonly bare: number;
  readonly ratio: number;
  readonly 'bare after': number;
  readonly 'ratio after': number;
  readonly bytes: number;
}

async function measured({ method, name, params, isNothing }: Asked): Promise<Row> {
  const again: number[] = [];
  const edited: number[] = [];
  const bare: number[] = [];
  const bareEdited: number[] = [];
  let bytes = 0;
  const end = performance.now() + MOST_MS;
  for (let i = 0; i < SAMPLES && (i < 5 || performance.now() < end); i++) {
    const { ms, answer } = await timed(() => ours.ask(method, params));
    again.push(ms);
    bytes = Buffer.byteLength(JSON.stringify(answer));
    if (bytes <= 4 && !isNothing) throw new Error(`${name}: nothing is answered`);
    bare.push((await timed(() => floor.request('bench/answer', { size: bytes }))).ms);
    const edit = async (peer: Peer, ask: () => Promise<unknown>) => {
      await peer.type(place);
      return ask();
    };
    edited.push((await timed(() => edit(ours, () => ours.ask(method, params)))).ms);
    bareEdited.push((await timed(() => edit(floor, () => floor.request('bench/answer', { size: bytes })))).ms);
  }
  const [p50, after, trip, tripAfter] = [again, edited, bare, bareEdited].map((values) => at(values, 0.5)) as [
    number,
    number,
    number,
    number,
  ];
  return {
    p50,
    p95: at(again, 0.95),
    'after an edit': after,
    'p95 after': at(edited, 0.95),
    bare: trip,
    ratio: rounded(p50 / trip),
    'bare after': tripAfter,
    'ratio after': rounded(after / tripAfter),
    bytes,
  };
}

function at(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return rounded(values[Math.min(values.length - 1, Math.floor(values.length * share))] as number);
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}

const asked = everything(text, (items.at(-1) as Diagnostic).range);
console.log(`\n${projects} projects: each request, ms; the bare round trip carries an answer of the same size`);
const rows: Record<string, Row> = {};
for (const one of asked) rows[one.name] = await measured(one);
console.table(rows);

/** What an editor asks after an edit, the findings last. */
const followUps = ['completion: value', 'hover: value', 'tokens of a screen', 'findings'].flatMap(
  (name) => asked.find((one) => one.name === name) ?? [],
);

/** Edits that come faster than answers, each with what an editor asks after it: how long the last one's findings take. */
async function burst(edits: number, cancels: boolean, isFloor = false) {
  const outcomes = { answered: 0, dropped: 0 };
  const peer = isFloor ? floor : ours;
  let before: CancellationTokenSource | undefined;
  const all: Promise<unknown>[] = [];
  let last = 0;
  for (let i = 0; i < edits; i++) {
    if (cancels) before?.cancel();
    before = new CancellationTokenSource();
    const { token } = before;
    // What is sent waits for nothing: an editor does not either.
    void peer.type(place);
    const start = performance.now();
    for (const { method, params } of followUps) {
      const answer = isFloor ? peer.request('bench/answer', { size: 200 }, token) : peer.ask(method, params, token);
      const counted = answer.then(
        () => outcomes.answered++,
        () => outcomes.dropped++,
      );
      all.push(counted.then(() => (last = performance.now() - start)));
    }
  }
  await Promise.all(all);
  return { 'last findings after ms': rounded(last), ...outcomes };
}

console.log('\nedits at once, each with four requests: from the last edit to its findings');
await burst(100, true);
await burst(100, true, true);
console.table({
  'one edit': await burst(1, false),
  '100 edits, nothing cancelled': await burst(100, false),
  '100 edits, cancelled as VS Code does': await burst(100, true),
  'the same, the empty server': await burst(100, true, true),
  'one edit again': await burst(1, false),
});

const memory = async (edits: number) => {
  for (let i = 0; i < edits; i++) {
    await ours.type(place);
    await Promise.all([ours.ask('textDocument/diagnostic'), ours.ask('textDocument/semanticTokens/full')]);
  }
  const { heap, resident } = await ours.memory();
  return { 'heap MB': rounded(heap / 1e6), 'resident MB': rounded(resident / 1e6) };
};
console.log('\nmemory of the server');
const floorMemory = await floor.memory();
console.table({
  'after 10 edits': await memory(10),
  'after 1,000 more': await memory(1_000),
  'the empty server': {
    'heap MB': rounded(floorMemory.heap / 1e6),
    'resident MB': rounded(floorMemory.resident / 1e6),
  },
});
ours.end();
floor.end();

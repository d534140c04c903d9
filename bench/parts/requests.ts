import { CancellationTokenSource, type Diagnostic, type Position } from 'vscode-languageserver-protocol/node';
import { contentOf } from '../contents/languages.ts';
import { type Asked, everything } from '../contest/asked.ts';
import { Peer } from '../driver/peer.ts';
import { generate } from '../generate.ts';
import { optionsOf } from '../options.ts';
import { writeSection } from '../results.ts';
import { inTurn, type Manner, type Work } from '../sampling/inTurn.ts';
import { prepareServers } from '../servers/prepare.ts';
import { servers } from '../servers/servers.ts';

/**
 * Everything that an editor asks, on the largest table, beside the bare round trip to the empty server with an answer of
 * as many bytes, again and after an edit; and whether fast edits leave a queue behind them.
 *
 *     node bench/parts/requests.ts [--sizes 1000]
 */
const projects = Math.max(...optionsOf().sizes);
const text = generate({ projects, slips: 20 });
const manner: Manner = { samples: 25, seconds: 2.5, warmUp: 50 };

/** A server that somebody types into, at one place. */
class Typed {
  readonly peer: Peer;
  readonly #at: Position;
  #isThere = false;

  constructor(peer: Peer, at: Position) {
    this.peer = peer;
    this.#at = at;
  }

  type(): Promise<void> {
    this.#isThere = !this.#isThere;
    return this.#isThere ? this.peer.insert(this.#at, '好') : this.peer.remove(this.#at, '好');
  }
}

const place = (() => {
  const lines = text.split('\n');
  const line = lines.findIndex((own, i) => i > lines.length / 2 && own.startsWith('绩效目标:'));
  return { line, character: 8 };
})();

async function opened(server: (typeof servers)['jxmb' | 'floor']): Promise<Typed> {
  const peer = new Peer(server);
  await peer.initialize();
  await peer.open(contentOf('jxmb', 10), text);
  await peer.findings('some');
  return new Typed(peer, place);
}

await prepareServers();
const ours = await opened(servers.jxmb);
const floor = await opened(servers.floor);

/** Times in ms: of ours, and of the bare round trip. */
export interface RequestRow {
  readonly median: number;
  readonly p95: number;
  readonly ratio: number;
  readonly afterEdit: number;
  readonly p95AfterEdit: number;
  readonly ratioAfterEdit: number;
  readonly bytes: number;
}

async function measured({ method, name, params, isNothing }: Asked): Promise<RequestRow> {
  const bytes = Buffer.byteLength(JSON.stringify(await ours.peer.ask(method, params)));
  if (bytes <= 4 && !isNothing) throw new Error(`${name}: nothing is answered`);
  const bare = async () => void (await floor.peer.request('bench/answer', { size: bytes }));
  const asked = async () => void (await ours.peer.ask(method, params));
  const after = (typed: Typed, ask: () => Promise<void>) => async () => {
    await typed.type();
    await ask();
  };
  const rowsOf = async (bare: Work['run'], own: Work['run']) => {
    const { rows } = await inTurn(
      [
        { name: 'bare', run: bare },
        { name: 'own', run: own },
      ],
      manner,
    );
    return rows.own as NonNullable<(typeof rows)[string]>;
  };
  const again = await rowsOf(bare, asked);
  const edited = await rowsOf(after(floor, bare), after(ours, asked));
  return {
    median: again.median,
    p95: again.p95,
    ratio: again.ratio as number,
    afterEdit: edited.median,
    p95AfterEdit: edited.p95,
    ratioAfterEdit: edited.ratio as number,
    bytes,
  };
}

const { items } = await ours.peer.ask<{ items: Diagnostic[] }>('textDocument/diagnostic');
const asked = everything(text, (items.at(-1) as Diagnostic).range);
const rows: Record<string, RequestRow> = {};
for (const one of asked) rows[one.name] = await measured(one);

/** What an editor asks after an edit, the findings last. */
const followUps = ['completion: value', 'hover: value', 'tokens of a screen', 'findings'].flatMap(
  (name) => asked.find((one) => one.name === name) ?? [],
);

/** How long the last edit's findings take, in ms, and what became of the requests. */
export interface Burst {
  readonly lastAfter: number;
  readonly answered: number;
  readonly dropped: number;
}

/** Edits that come faster than answers, each with what an editor asks after it. */
async function burst(edits: number, cancels: boolean, typed = ours): Promise<Burst> {
  const outcomes = { answered: 0, dropped: 0 };
  let before: CancellationTokenSource | undefined;
  const all: Promise<unknown>[] = [];
  let lastAfter = 0;
  for (let i = 0; i < edits; i++) {
    if (cancels) before?.cancel();
    before = new CancellationTokenSource();
    const { token } = before;
    // What is sent waits for nothing: an editor does not either.
    void typed.type();
    const start = performance.now();
    for (const { method, params } of followUps) {
      const answer =
        typed === floor
          ? typed.peer.request('bench/answer', { size: 200 }, token)
          : typed.peer.ask(method, params, token);
      const counted = answer.then(
        () => outcomes.answered++,
        () => outcomes.dropped++,
      );
      all.push(counted.then(() => (lastAfter = performance.now() - start)));
    }
  }
  await Promise.all(all);
  return { lastAfter, ...outcomes };
}

export interface RequestsSection {
  readonly projects: number;
  readonly rows: Readonly<Record<string, RequestRow>>;
  /** From the last of so many edits at once to its findings. */
  readonly bursts: Readonly<Record<string, Burst>>;
}

await burst(100, true);
await burst(100, true, floor);
const bursts = {
  'one edit': await burst(1, false),
  '100 edits, nothing cancelled': await burst(100, false),
  '100 edits, cancelled as VS Code does': await burst(100, true),
  'the same, the empty server': await burst(100, true, floor),
};
console.log(`  ${asked.length} kinds of requests, ${projects} projects`);
writeSection('requests', { projects, rows, bursts } satisfies RequestsSection);
await Promise.all([ours.peer.end(), floor.peer.end()]);

import { setTimeout as sleep } from 'node:timers/promises';
import { type Figures, figuresOf, pairedRatio } from './statistics.ts';
import { Yardstick } from './yardstick.ts';

/** Something that is done again and again, beside others. */
export interface Work {
  readonly name: string;
  /** Does it once. What changes something changes it back the second time. */
  run(): Promise<void>;
  /** What has to be done after it before it can be done again; its time is not taken. */
  after?(): Promise<void>;
  /** Puts things back when it is done no more. */
  end?(): Promise<void>;
}

export interface Manner {
  /** So many samples of each at most. */
  readonly samples: number;
  /** After so many seconds there are no more, if there are three of each. */
  readonly seconds: number;
  /** What is shorter is done several times for a sample, until so much time is over, in ms; so many times at most. */
  readonly batch?: number;
  readonly mostInBatch?: number;
  /** Before each sample nothing is done for so long, in ms. */
  readonly pause?: number;
  /** Each is done before samples are taken, twice at least and for so long, in ms. */
  readonly warmUp: number;
  /** A series that noise disturbed is not taken again. */
  readonly once?: boolean;
}

export interface Row extends Figures {
  /** The median of ratios to the sample of the first that was taken just before; absent of the first itself. */
  readonly ratio?: number;
  /** The same to the second's. */
  readonly ratioToSecond?: number;
}

export interface Series {
  /** In ms, by the names of the works. */
  readonly rows: Readonly<Record<string, Row>>;
  /** p95 ÷ median of a fixed loop meanwhile. */
  readonly noise: number;
}

const LEAST_SAMPLES = 3;
/** What a series of which the noise is more is measured again for, if that does not take too long. */
const STEADY = 1.3;
const SHORT_MS = 6_000;
const TRIES = 2;

/** Takes samples of each work in turn: what else the machine does meets all alike. */
export async function inTurn(works: readonly Work[], manner: Manner): Promise<Series> {
  const counts: number[] = [];
  for (const work of works) counts.push(await warmUp(work, manner));
  const series = await steadySeries(works, counts, manner);
  for (const work of works) await work.end?.();
  return series;
}

async function steadySeries(works: readonly Work[], counts: readonly number[], manner: Manner): Promise<Series> {
  for (let attempt = 1; ; attempt++) {
    const start = performance.now();
    const series = await takeSamples(works, counts, manner);
    const isShort = performance.now() - start < SHORT_MS;
    if (series.noise <= STEADY || !isShort || manner.once || attempt === TRIES) return series;
  }
}

async function takeSamples(works: readonly Work[], counts: readonly number[], manner: Manner): Promise<Series> {
  const { samples, seconds, pause = 0 } = manner;
  const taken = works.map((): number[] => []);
  const yardstick = new Yardstick();
  const end = performance.now() + seconds * 1000;
  for (let i = 0; i < samples && (i < LEAST_SAMPLES || performance.now() < end); i++) {
    for (const [w, work] of works.entries()) {
      if (pause > 0) await sleep(pause);
      taken[w]?.push(await time(work, counts[w] as number));
    }
    yardstick.sample();
  }
  return { rows: Object.fromEntries(works.map(({ name }, i) => [name, rowOf(taken, i)])), noise: yardstick.noise };
}

function rowOf(taken: readonly (readonly number[])[], index: number): Row {
  const [first = [], second = []] = taken;
  const own = taken[index] ?? [];
  return {
    ...figuresOf(own),
    ...(index > 0 && { ratio: pairedRatio(own, first) }),
    ...(index > 1 && { ratioToSecond: pairedRatio(own, second) }),
  };
}

/** Does a work until it is warm, an even number of times, and says how often it is done for a sample. */
async function warmUp(work: Work, { batch = 0, mostInBatch = 50, warmUp }: Manner): Promise<number> {
  const start = performance.now();
  let runs = 0;
  while (runs % 2 === 1 || runs < 2 || performance.now() - start < warmUp) {
    await work.run();
    await work.after?.();
    runs++;
  }
  const each = (performance.now() - start) / runs;
  return Math.min(mostInBatch, Math.max(1, Math.ceil(batch / each)));
}

/** How long it takes to do it once, in ms. */
async function time(work: Work, runs: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < runs; i++) await work.run();
  const each = (performance.now() - start) / runs;
  await work.after?.();
  return each;
}

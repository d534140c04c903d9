import { type Figures, figuresOf } from './statistics.ts';
import { fixedLoop } from './yardstick.ts';

/** Measuring side by side: what is compared is sampled in turn, so that whatever else the machine does meets all alike. */
const WARM_UP_MS = 600;
const SAMPLES = 15;
const BATCH_MS = 5;
/** A series in which a fixed loop varies more than this is measured again. */
const STEADY = 1.3;
const TRIES = 3;

/** The time of one run of each work in microseconds, from samples of at least 5 ms each. */
export function measure(works: readonly (() => unknown)[]): {
  readonly figures: readonly Figures[];
  readonly steadiness: number;
} {
  const runs = works.map(warmUp);
  for (let attempt = 1; ; attempt++) {
    const samples = works.map((): number[] => []);
    const yardstick: number[] = [];
    for (let i = 0; i < SAMPLES; i++) {
      for (const [w, work] of works.entries()) samples[w]?.push(time(work, runs[w] as number));
      yardstick.push(time(fixedLoop, 1));
    }
    const steady = figuresOf(yardstick);
    const steadiness = steady.p95 / steady.median;
    if (steadiness <= STEADY || attempt === TRIES) return { figures: samples.map(figuresOf), steadiness };
  }
}

/** Runs a work until it is warm, and says how many runs make a sample. */
function warmUp(work: () => unknown): number {
  const start = performance.now();
  let runs = 0;
  while (performance.now() - start < WARM_UP_MS || runs < 3) {
    work();
    runs++;
  }
  return Math.max(1, Math.ceil((BATCH_MS * runs) / (performance.now() - start)));
}

function time(work: () => unknown, runs: number): number {
  const start = performance.now();
  for (let i = 0; i < runs; i++) work();
  return ((performance.now() - start) * 1000) / runs;
}

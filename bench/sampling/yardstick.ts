import { figuresOf } from './statistics.ts';

/** A loop that always takes as long, on a machine that has nothing else to do: what it varies by is the machine's noise. */
export function fixedLoop(): number {
  let value = 0;
  for (let i = 0; i < 4_000_000; i++) value = (value * 31 + i) | 0;
  return value;
}

/** Takes the loop's time now and then. */
export class Yardstick {
  readonly #times: number[] = [];

  sample(): void {
    const start = performance.now();
    fixedLoop();
    this.#times.push(performance.now() - start);
  }

  /** How much longer the loop takes in the worst of twenty cases than usually: 1 on a quiet machine. */
  get noise(): number {
    const { median, p95 } = figuresOf(this.#times);
    return p95 / median;
  }
}

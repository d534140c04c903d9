import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * `bench/results.json`: what was measured, a section for each part of the bench. A part writes its own section and leaves
 * the others as they are, so that one can be measured again alone. `BENCH_RESULTS` names another file: a trial leaves the
 * recorded one alone.
 */
export const RESULTS = process.env.BENCH_RESULTS ?? new URL('results.json', import.meta.url).pathname;

/** These results are not those that are recorded. */
export const isTrial = process.env.BENCH_RESULTS !== undefined;

export type Results = Readonly<Record<string, unknown>>;

export function readResults(): Results {
  return existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : {};
}

/** What a part wrote when it last ran; undefined where it never did. */
export function readSection<T>(name: string): T | undefined {
  return readResults()[name] as T | undefined;
}

/** Replaces a section. The file is complete at any moment. */
export function writeSection(name: string, section: unknown): void {
  const { measured, ratios, ...parts } = { ...readResults(), [name]: section } as Results;
  // What it all comes to stands first.
  const results = { measured, ratios, ...parts };
  writeFileSync(`${RESULTS}.part`, `${compact(JSON.stringify(results, rounded, 2))}\n`);
  renameSync(`${RESULTS}.part`, RESULTS);
}

/** JSON with what holds nothing but figures and words on a line of its own. */
function compact(json: string): string {
  return json.replace(/[{[][^{}[\]]*[}\]]/g, (inner) => inner.replace(/\n\s*/g, ' '));
}

/** Four digits say all that a measurement does. */
function rounded(_key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isInteger(value)) return value;
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));
}

/**
 * Wrong files by the thousand, read as the product reads files: none may hang, crash or take the machine's memory.
 * `node bench/hostileFiles.ts [runs] [seed]`
 */
import { NodeConverters } from '../server/src/nodeConverters.ts';
import { type Attempt, attempt } from '../test/exchange/reading/hostile/attempt.ts';
import { bombs } from '../test/exchange/reading/hostile/bombs.ts';
import { mutate, type Sample } from '../test/exchange/reading/hostile/mutate.ts';
import { Random } from '../test/exchange/reading/hostile/random.ts';
import { fixture, samples } from '../test/exchange/reading/hostile/samples.ts';

const [runs = 10_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const MOST_MS = 5000;
const MOST_MB = 500;

const converters = new NodeConverters();
const known = samples();
await converters.read(known[0] as Sample);
const before = process.memoryUsage.rss() / 1024 / 1024;
let wrong = 0;
const outcomes = new Map<string, number>();
let slowest: [string, Attempt] | undefined;
let largest: [string, Attempt] | undefined;

function note(what: string, result: Attempt, base: number): void {
  if (!slowest || result.busyMilliseconds > slowest[1].busyMilliseconds) slowest = [what, result];
  if (!largest || result.megabytes > largest[1].megabytes) largest = [what, result];
  const outcome = /^\d+ grids$/.test(result.outcome) ? 'read' : result.outcome;
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const isEnded = /more (?:time|memory) than allowed/.test(result.outcome);
  if (!result.fault && !isEnded && result.busyMilliseconds <= MOST_MS && result.megabytes - base <= MOST_MB) return;
  wrong++;
  console.log(`WRONG ${what}: ${figures(result)} ${result.outcome} ${result.fault ?? ''}`);
}

const figures = ({ milliseconds, busyMilliseconds, megabytes }: Attempt) =>
  `${milliseconds.toFixed(0)} ms (${busyMilliseconds.toFixed(0)} busy), ${megabytes.toFixed(0)} MB`;

console.log(`${runs} wrong files, seed ${seed}`);
const start = performance.now();
for (let i = 0; i < runs; i++) {
  const file = mutate(known, new Random(seed + i));
  if (i > 0 && i % 1000 === 0) console.log(`  ${i} of ${runs}`);
  note(`${seed + i} (${file.how})`, await attempt(converters, file), before);
}
console.log(
  `  in ${((performance.now() - start) / 1000).toFixed(0)} s; the process had ${before.toFixed(0)} MB before`,
);
console.log(`  slowest: ${slowest?.[0]}: ${slowest && figures(slowest[1])}`);
console.log(`  largest: ${largest?.[0]}: ${largest && figures(largest[1])}`);
for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`  ${String(count).padStart(6)} ${outcome}`);

console.log('bombs');
for (const { name, bytes } of bombs(fixture('list.xlsx'), fixture('form.docx'), 300)) {
  const bomb = { name, bytes: bytes() };
  const own = new NodeConverters();
  globalThis.gc?.();
  const base = process.memoryUsage.rss() / 1024 / 1024;
  const result = await attempt(own, bomb);
  console.log(
    `  ${bomb.name.padEnd(18)} ${String(bomb.bytes.length).padStart(10)} bytes: ${figures(result)} (${(result.megabytes - base).toFixed(0)} more): ${result.outcome}`,
  );
  note(bomb.name, result, base);
  await own.close();
}
await converters.close();
console.log(wrong === 0 ? 'all well' : `${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;

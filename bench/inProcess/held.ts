import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentOf } from '../contents/languages.ts';
import { readers } from './readers.ts';

/**
 * What a reader keeps of a text besides the text itself, in a process of its own; printed as JSON.
 *
 *     node --expose-gc bench/inProcess/held.ts jxmb table.jxmb
 */
const [name = '', file = ''] = process.argv.slice(2);
const reader = readers[name as keyof typeof readers];

interface Alive {
  readonly heap: number;
  readonly resident: number;
}

/** Less than this is what collecting itself takes and leaves. */
const SETTLED_BYTES = 50_000;

/**
 * What is alive, in bytes, once there is no more garbage; what runs compiled has memory of its own, which only the
 * operating system sees.
 */
async function alive(): Promise<Alive> {
  let before = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 20; i++) {
    globalThis.gc?.();
    await sleep(50);
    const { heapUsed, external, rss } = process.memoryUsage();
    const heap = heapUsed + external;
    if (i >= 3 && Math.abs(before - heap) < SETTLED_BYTES) return { heap, resident: rss };
    before = heap;
  }
  throw new Error(`${name}: the heap does not settle`);
}

// What is loaded and compiled once, and what is remembered of words whatever the text, is not counted.
const small = contentOf(reader.language, 1000);
await reader.read(small);
const content = { ...small, text: readFileSync(file, 'utf8') };
const before = await alive();
const read = await reader.read(content);
const after = await alive();
// Still in use here: nothing of it may be collected before.
if (read.findings) throw new Error('findings in a sound table');
const bytes = Buffer.byteLength(content.text);
process.stdout.write(
  JSON.stringify({
    heapPerByte: (after.heap - before.heap) / bytes,
    residentPerByte: (after.resident - before.resident) / bytes,
  }),
);

import { setTimeout as sleep } from 'node:timers/promises';
import { contentOf } from '../contents/languages.ts';
import { readers } from './readers.ts';

/**
 * What a reader keeps of a text besides the text itself, in a process of its own; printed as JSON.
 *
 *     node --expose-gc bench/inProcess/held.ts jxmb 1000
 */
const [name = '', projects = ''] = process.argv.slice(2);
const reader = readers[name as keyof typeof readers];

/** What is alive, in bytes; what runs compiled has memory of its own, which only the operating system sees. */
async function alive(): Promise<{ readonly heap: number; readonly resident: number }> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await sleep(20);
  }
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: heapUsed + arrayBuffers, resident: rss };
}

// What is loaded and compiled once is not counted.
await reader.read(contentOf(reader.language, 10));
const content = contentOf(reader.language, Number(projects));
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

import { readFileSync } from 'node:fs';
import type { Inspector } from './inspector.ts';

export interface Memory {
  /** What is alive, in bytes: objects, and buffers outside the heap. */
  readonly heap: number;
  /** What the operating system counts, in bytes, after a collection. */
  readonly resident: number;
  /** The same as it was before anybody asked. */
  readonly residentBefore: number;
}

/** What a process holds in memory. */
export async function memoryOf(pid: number, inspector: Inspector): Promise<Memory> {
  const residentBefore = residentOf(pid);
  for (let i = 0; i < 3; i++) await inspector.call('HeapProfiler.collectGarbage');
  const usage = await inspector.call<{ usedSize: number; backingStorageSize?: number }>('Runtime.getHeapUsage');
  return { heap: usage.usedSize + (usage.backingStorageSize ?? 0), resident: residentOf(pid), residentBefore };
}

/** On Linux; elsewhere nothing is known. */
function residentOf(pid: number): number {
  try {
    const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return Number(pages) * 4096;
  } catch {
    return Number.NaN;
  }
}

import { readFileSync } from 'node:fs';

export interface Memory {
  /** What is alive, in bytes: objects, and buffers outside the heap. */
  readonly heap: number;
  /** What the operating system counts, in bytes, after a collection. */
  readonly resident: number;
  /** The same as it was before anybody asked. */
  readonly residentBefore: number;
}

/** What a process holds in memory, asked of its inspector. */
export async function memoryOf(pid: number, inspector: string): Promise<Memory> {
  const residentBefore = residentOf(pid);
  const socket = new WebSocket(inspector);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  let calls = 0;
  const call = <T>(method: string) => {
    const id = ++calls;
    return new Promise<T>((resolve) => {
      const take = ({ data }: MessageEvent) => {
        const answer = JSON.parse(data);
        if (answer.id !== id) return;
        socket.removeEventListener('message', take);
        resolve(answer.result);
      };
      socket.addEventListener('message', take);
      socket.send(JSON.stringify({ id, method }));
    });
  };
  for (let i = 0; i < 3; i++) await call('HeapProfiler.collectGarbage');
  const usage = await call<{ usedSize: number; backingStorageSize?: number }>('Runtime.getHeapUsage');
  socket.close();
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

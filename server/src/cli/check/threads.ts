import { Worker } from 'node:worker_threads';
import type { Batch } from './batches.ts';
import type { ReportWriter, SentAnswer } from './reportWriter.ts';

/** Threads that help to check: how many, what each of them runs, and what it is told at the start. */
export interface Crew {
  readonly size: number;
  readonly program: string;
  readonly orders: unknown;
}

/** So many batches a thread has at once: while it works on one, the next lies ready. */
const AT_ONCE = 2;

/**
 * Has threads help to check the batches; a thread is started when there is a batch for it.
 * @param checkHere checks some itself besides, until all has ended
 */
export async function checkInThreads(
  batches: AsyncIterator<Batch>,
  writer: ReportWriter,
  checkHere: (signal: AbortSignal) => Promise<unknown>,
  { size, program, orders }: Crew,
  signal: AbortSignal,
): Promise<void> {
  const threads = Array.from({ length: size }, () => new Thread(program, orders));
  const lanes = Array.from({ length: AT_ONCE }, () => threads).flat();
  const work = lanes.map(async (thread) => {
    for (let next = await batches.next(); !next.done; next = await batches.next()) {
      const answer = await thread.check(next.value);
      await writer.add(next.value.number, answer);
    }
  });
  const ended = new AbortController();
  try {
    await Promise.race([Promise.all([...work, checkHere(ended.signal)]), aborted(signal)]);
  } finally {
    ended.abort();
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

interface Asked {
  resolve(answer: SentAnswer): void;
  reject(error: Error): void;
}

/** One thread, which answers in the order in which it is asked. */
class Thread {
  readonly #program: string;
  readonly #orders: unknown;
  #worker: Worker | undefined;
  readonly #asked: Asked[] = [];

  constructor(program: string, orders: unknown) {
    this.#program = program;
    this.#orders = orders;
  }

  check({ tasks }: Batch): Promise<SentAnswer> {
    this.#worker ??= this.#start();
    this.#worker.postMessage(tasks);
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
    });
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#program, { argv: ['check'], workerData: this.#orders });
    worker.on('message', (answer: SentAnswer) => this.#asked.shift()?.resolve(answer));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('A thread that checks files has ended.')));
    return worker;
  }

  #fail(error: Error): void {
    for (const { reject } of this.#asked.splice(0)) reject(error);
  }
}

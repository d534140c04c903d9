/** Reading and writing of files of other programs in a worker thread of Node, with limits of time and memory. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ConverterQueue, type ConverterWorker, type WorkerPlatform } from './converterQueue.ts';
import { type ConversionAnswer, type ConversionRequest, EXCESS } from './exchange/conversion.ts';
import { ConversionError } from './exchange/conversionError.ts';

export interface NodeConverterLimits {
  /** How long one file may take to be read. */
  readonly seconds: number;
  /** How large the worker's memory may grow while it is. */
  readonly megabytes: number;
  /** How long a worker without work is kept. */
  readonly idleSeconds: number;
}

const LIMITS: NodeConverterLimits = { seconds: 60, megabytes: 400, idleSeconds: 30 };
/** Writing takes what a person made and can stop, and may take more for it. */
const WRITING = { seconds: 600, megabytes: 3000 };
const WATCHED_EVERY_MS = 100;

/** Sources run as they are; what is built lies beside its assets. */
const EXTENSION = path.extname(import.meta.filename);
const WORKER = path.join(import.meta.dirname, `converter${EXTENSION}`);
const CHARACTER_MAPS = path.join(
  import.meta.dirname,
  EXTENSION === '.ts' ? '../../node_modules/pdfjs-dist/cmaps' : 'cmaps',
);

export class NodeConverters extends ConverterQueue {
  constructor(limits: Partial<NodeConverterLimits> = {}) {
    const { idleSeconds, ...reading } = { ...LIMITS, ...limits };
    super(platform, { reading, writing: WRITING, idleSeconds });
  }
}

const platform: WorkerPlatform = {
  start: ({ megabytes = LIMITS.megabytes }) => new ConverterThread(megabytes),
  later(seconds, work) {
    const timer = setTimeout(work, seconds * 1000).unref();
    return () => clearTimeout(timer);
  },
};

class ConverterThread implements ConverterWorker {
  readonly #megabytes: number;
  readonly #worker: Worker;
  #watch: NodeJS.Timeout | undefined;
  hasEnded = false;

  constructor(megabytes: number) {
    this.#megabytes = megabytes;
    this.#worker = new Worker(WORKER, {
      workerData: { characterMaps: CHARACTER_MAPS },
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // What libraries have to say of a file is for nobody; a client of the server listens at the output.
      stdout: true,
      stderr: true,
    });
    // An error of a worker that nobody waits for must not end the process.
    this.#worker.on('error', () => undefined);
    this.#worker.once('exit', () => {
      this.hasEnded = true;
    });
  }

  /** The process goes on while somebody waits for an answer, and no longer. */
  async ask(request: ConversionRequest): Promise<ConversionAnswer> {
    this.#worker.ref();
    try {
      return await this.#answer(request);
    } finally {
      clearInterval(this.#watch);
      this.#worker.unref();
    }
  }

  async end(): Promise<void> {
    clearInterval(this.#watch);
    await this.#worker.terminate();
  }

  #answer(request: ConversionRequest): Promise<ConversionAnswer> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const before = process.memoryUsage.rss();
      // The limit of a worker does not count the bytes that it holds beside its objects.
      this.#watch = setInterval(() => {
        const grown = process.memoryUsage.rss() - before;
        if (grown > 1.5 * this.#megabytes * 1024 * 1024) end(() => reject(new ConversionError(EXCESS.memory)));
      }, WATCHED_EVERY_MS);
      const onMessage = (answer: ConversionAnswer) => end(() => resolve(answer));
      const onError = (error: Error & { code?: string }) => {
        const isExcess = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        end(() => reject(isExcess ? new ConversionError(EXCESS.memory) : error));
      };
      const onExit = () => end(() => reject(new Error('The worker that converts files has ended.')));
      function end(settle: () => void): void {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        settle();
      }
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(request);
    });
  }
}

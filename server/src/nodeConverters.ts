/** Reading and writing of files of other programs in a worker thread of Node, which is ended on cancel or excess. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Book } from './exchange/book.ts';
import { type ConversionAnswer, type ConversionRequest, EXCESS } from './exchange/conversion.ts';
import { ConversionError } from './exchange/conversionError.ts';
import type { BookFormat, Converters, SourceFile } from './exchange/converters.ts';
import type { Grid } from './exchange/grid.ts';
import { MAX_FILE_BYTES } from './exchange/reading/limits.ts';
import { cannotRead } from './exchange/reading/messages.ts';

export interface ConverterLimits {
  /** How long one file may take. */
  readonly seconds: number;
  /** How large the worker's memory may grow. */
  readonly megabytes: number;
  /** How long a worker without work is kept. */
  readonly idleSeconds: number;
}

const LIMITS: ConverterLimits = { seconds: 60, megabytes: 400, idleSeconds: 30 };
/** Writing takes what a person made, and may take more for it. */
const WRITING_MEGABYTES = 1500;
const WATCHED_EVERY_MS = 100;

/** Sources run as they are; what is built lies beside its assets. */
const EXTENSION = path.extname(import.meta.filename);
const WORKER = path.join(import.meta.dirname, `converter${EXTENSION}`);
const CHARACTER_MAPS = path.join(
  import.meta.dirname,
  EXTENSION === '.ts' ? '../../node_modules/pdfjs-dist/cmaps' : 'cmaps',
);

/** One file at a time; the worker starts with the first and ends when nobody has needed it for a while. */
export class NodeConverters implements Converters {
  readonly #limits: ConverterLimits;
  #worker: Worker | undefined;
  #megabytes = 0;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: Partial<ConverterLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  async read({ name, bytes }: SourceFile, signal?: AbortSignal): Promise<readonly Grid[]> {
    if (bytes.length > MAX_FILE_BYTES) throw cannotRead('tooLarge');
    const answer = await this.#inTurn({ read: { name, bytes } }, this.#limits.megabytes, signal);
    if ('grids' in answer) return answer.grids;
    throw errorOf(answer);
  }

  async write(book: Book, format: BookFormat, signal?: AbortSignal): Promise<Uint8Array> {
    const answer = await this.#inTurn({ write: book, format }, WRITING_MEGABYTES, signal);
    if ('bytes' in answer) return answer.bytes;
    throw errorOf(answer);
  }

  /** Ends the worker; the next file starts another. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #inTurn(request: ConversionRequest, megabytes: number, signal: AbortSignal | undefined): Promise<ConversionAnswer> {
    const turn = this.#last.then(() => this.#convert(request, megabytes, signal));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #convert(
    request: ConversionRequest,
    megabytes: number,
    signal: AbortSignal | undefined,
  ): Promise<ConversionAnswer> {
    signal?.throwIfAborted();
    const worker = await this.#started(megabytes);
    worker.ref();
    try {
      const answer = await answerOf(worker, request, this.#limits.seconds, megabytes, signal);
      worker.unref();
      this.#idle = setTimeout(() => void this.close(), this.#limits.idleSeconds * 1000).unref();
      return answer;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async #started(megabytes: number): Promise<Worker> {
    clearTimeout(this.#idle);
    if (this.#megabytes !== megabytes) await this.close();
    if (this.#worker) return this.#worker;
    const worker = new Worker(WORKER, {
      workerData: { characterMaps: CHARACTER_MAPS },
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // What libraries have to say of a file is for nobody; a client of the server listens at the output.
      stdout: true,
      stderr: true,
    });
    // An error of a worker that nobody waits for must not end the process.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    this.#worker = worker;
    this.#megabytes = megabytes;
    return worker;
  }
}

/** The answer of a worker, or what kept it from answering. Whoever gets an error ends the worker. */
function answerOf(
  worker: Worker,
  request: ConversionRequest,
  seconds: number,
  megabytes: number,
  signal: AbortSignal | undefined,
): Promise<ConversionAnswer> {
  return new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss();
    const timer = setTimeout(() => end(() => reject(new ConversionError(EXCESS.time))), seconds * 1000);
    // The limit of a worker does not count the bytes that it holds beside its objects.
    const watch = setInterval(() => {
      const grown = process.memoryUsage.rss() - before;
      if (grown > 1.5 * megabytes * 1024 * 1024) end(() => reject(new ConversionError(EXCESS.memory)));
    }, WATCHED_EVERY_MS);
    const onMessage = (answer: ConversionAnswer) => end(() => resolve(answer));
    const onError = (error: Error & { code?: string }) => {
      const isExcess = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(() => reject(isExcess ? new ConversionError(EXCESS.memory) : error));
    };
    const onExit = () => end(() => reject(new Error('The worker that converts files has ended.')));
    const onAbort = () => end(() => reject(signal?.reason));
    function end(settle: () => void): void {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      settle();
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    worker.postMessage(request);
  });
}

function errorOf(answer: ConversionAnswer): Error {
  return 'problem' in answer ? new ConversionError(answer.problem) : new Error(JSON.stringify(answer));
}

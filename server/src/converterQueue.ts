/** Reading and writing of files of other programs, one at a time, in a worker that an entry starts. */
import type { Book } from './exchange/book.ts';
import { type ConversionAnswer, type ConversionRequest, EXCESS } from './exchange/conversion.ts';
import { ConversionError } from './exchange/conversionError.ts';
import type { BookFormat, Converters, SourceFile } from './exchange/converters.ts';
import type { Grid } from './exchange/grid.ts';
import { MAX_FILE_BYTES } from './exchange/reading/limits.ts';
import { cannotRead } from './exchange/reading/messages.ts';

/** What one file may take. */
export interface ConverterLimits {
  readonly seconds: number;
  /** How large the worker's memory may grow; absent where nobody but the platform limits it. */
  readonly megabytes?: number;
}

export interface QueueLimits {
  readonly reading: ConverterLimits;
  readonly writing: ConverterLimits;
  /** How long a worker without work is kept. */
  readonly idleSeconds: number;
}

/** A worker that converts files. */
export interface ConverterWorker {
  /** It answers no more. */
  readonly hasEnded: boolean;
  /** What it answers; rejected where it ends without an answer. */
  ask(request: ConversionRequest): Promise<ConversionAnswer>;
  /** Settles once it has ended. */
  end(): Promise<void>;
}

/** Where workers run. */
export interface WorkerPlatform {
  start(limits: ConverterLimits): ConverterWorker;
  /** Does something later, unless the function that it gives is called before; nobody waits for it to happen. */
  later(seconds: number, work: () => void): () => void;
}

/** The worker starts with the first file and ends when nobody has needed it for a while, on cancel, and on excess. */
export class ConverterQueue implements Converters {
  readonly #platform: WorkerPlatform;
  readonly #limits: QueueLimits;
  #worker: ConverterWorker | undefined;
  #megabytes: number | undefined;
  #stopIdling: () => void = () => undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(platform: WorkerPlatform, limits: QueueLimits) {
    this.#platform = platform;
    this.#limits = limits;
  }

  async read({ name, bytes }: SourceFile, signal?: AbortSignal): Promise<readonly Grid[]> {
    if (bytes.length > MAX_FILE_BYTES) throw cannotRead('tooLarge');
    const answer = await this.#inTurn({ read: { name, bytes } }, this.#limits.reading, signal);
    if ('grids' in answer) return answer.grids;
    throw errorOf(answer);
  }

  async write(book: Book, format: BookFormat, signal?: AbortSignal): Promise<Uint8Array> {
    const answer = await this.#inTurn({ write: book, format }, this.#limits.writing, signal);
    if ('bytes' in answer) return answer.bytes;
    throw errorOf(answer);
  }

  /** Ends the worker; the next file starts another. */
  async close(): Promise<void> {
    this.#stopIdling();
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.end();
  }

  #inTurn(
    request: ConversionRequest,
    limits: ConverterLimits,
    signal: AbortSignal | undefined,
  ): Promise<ConversionAnswer> {
    const turn = this.#last.then(() => this.#convert(request, limits, signal));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #convert(
    request: ConversionRequest,
    limits: ConverterLimits,
    signal: AbortSignal | undefined,
  ): Promise<ConversionAnswer> {
    signal?.throwIfAborted();
    const worker = await this.#started(limits);
    try {
      const answer = await this.#answerOf(worker, request, limits, signal);
      this.#stopIdling = this.#platform.later(this.#limits.idleSeconds, () => void this.close());
      return answer;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async #started(limits: ConverterLimits): Promise<ConverterWorker> {
    this.#stopIdling();
    if (this.#worker?.hasEnded || this.#megabytes !== limits.megabytes) await this.close();
    this.#megabytes = limits.megabytes;
    this.#worker ??= this.#platform.start(limits);
    return this.#worker;
  }

  /** The answer of a worker, unless that takes too long or nobody wants it any more. */
  async #answerOf(
    worker: ConverterWorker,
    request: ConversionRequest,
    { seconds }: ConverterLimits,
    signal: AbortSignal | undefined,
  ): Promise<ConversionAnswer> {
    let giveUp: (reason: unknown) => void = () => undefined;
    const ended = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    const stop = this.#platform.later(seconds, () => giveUp(new ConversionError(EXCESS.time)));
    const onAbort = () => giveUp(signal?.reason);
    signal?.addEventListener('abort', onAbort);
    try {
      return await Promise.race([worker.ask(request), ended]);
    } finally {
      stop();
      signal?.removeEventListener('abort', onAbort);
    }
  }
}

function errorOf(answer: ConversionAnswer): Error {
  return 'problem' in answer ? new ConversionError(answer.problem) : new Error(JSON.stringify(answer));
}

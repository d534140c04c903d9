/** Reading and writing of files of other programs in a worker of a browser, which is ended on cancel or excess. */
import type { Book } from './exchange/book.ts';
import { type ConversionAnswer, type ConversionRequest, EXCESS } from './exchange/conversion.ts';
import { ConversionError } from './exchange/conversionError.ts';
import type { BookFormat, Converters, SourceFile } from './exchange/converters.ts';
import type { Grid } from './exchange/grid.ts';
import { MAX_FILE_BYTES } from './exchange/reading/limits.ts';
import { cannotRead } from './exchange/reading/messages.ts';

/** How long one file may take. A worker's memory is the browser's to limit. */
const SECONDS = 60;
/** How long a worker without work is kept. */
const IDLE_SECONDS = 30;

/** One file at a time; the worker starts with the first and ends when nobody has needed it for a while. */
export class WebConverters implements Converters {
  readonly #assets: string;
  #running: Running | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param assets where the files of the extension are */
  constructor(assets: string) {
    this.#assets = assets;
  }

  async read({ name, bytes }: SourceFile, signal?: AbortSignal): Promise<readonly Grid[]> {
    if (bytes.length > MAX_FILE_BYTES) throw cannotRead('tooLarge');
    const answer = await this.#inTurn({ read: { name, bytes } }, signal);
    if ('grids' in answer) return answer.grids;
    throw errorOf(answer);
  }

  async write(book: Book, format: BookFormat, signal?: AbortSignal): Promise<Uint8Array> {
    const answer = await this.#inTurn({ write: book, format }, signal);
    if ('bytes' in answer) return answer.bytes;
    throw errorOf(answer);
  }

  /** Ends the worker; the next file starts another. */
  close(): void {
    clearTimeout(this.#idle);
    this.#running?.worker.terminate();
    this.#running = undefined;
  }

  #inTurn(request: ConversionRequest, signal: AbortSignal | undefined): Promise<ConversionAnswer> {
    const turn = this.#last.then(() => this.#convert(request, signal));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #convert(request: ConversionRequest, signal: AbortSignal | undefined): Promise<ConversionAnswer> {
    signal?.throwIfAborted();
    clearTimeout(this.#idle);
    this.#running ??= start(this.#assets);
    try {
      const answer = await answerOf(this.#running, request, signal);
      this.#idle = setTimeout(() => this.close(), IDLE_SECONDS * 1000);
      return answer;
    } catch (error) {
      this.close();
      throw error;
    }
  }
}

/** A worker, and the port at which it is asked. */
interface Running {
  readonly worker: Worker;
  readonly port: MessagePort;
}

/** A worker of another origin is not allowed, a script of it is. */
function start(assets: string): Running {
  const script = `importScripts(${JSON.stringify(`${assets}web-converter.js`)});`;
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address, { name: 'jxmb converter' });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(assets, [port2]);
  return { worker, port: port1 };
}

/** The answer of a worker, or what kept it from answering. Whoever gets an error ends the worker. */
function answerOf(
  { worker, port }: Running,
  request: ConversionRequest,
  signal: AbortSignal | undefined,
): Promise<ConversionAnswer> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      port.onmessage = null;
      worker.onerror = null;
      signal?.removeEventListener('abort', onAbort);
      settle();
    };
    const timer = setTimeout(() => end(() => reject(new ConversionError(EXCESS.time))), SECONDS * 1000);
    const onAbort = () => end(() => reject(signal?.reason));
    port.onmessage = ({ data }: MessageEvent<ConversionAnswer>) => end(() => resolve(data));
    worker.onerror = ({ message }) => end(() => reject(new Error(message)));
    signal?.addEventListener('abort', onAbort);
    port.postMessage(request);
  });
}

function errorOf(answer: ConversionAnswer): Error {
  return 'problem' in answer ? new ConversionError(answer.problem) : new Error(JSON.stringify(answer));
}

/** Reading and writing of files of other programs in a worker of a browser, whose memory is the browser's to limit. */
import { ConverterQueue, type ConverterWorker, type WorkerPlatform } from './converterQueue.ts';
import type { ConversionAnswer, ConversionRequest } from './exchange/conversion.ts';

/** How long one file may take. */
const SECONDS = 60;
/** How long a worker without work is kept. */
const IDLE_SECONDS = 30;

export class WebConverters extends ConverterQueue {
  /** @param assets where the files of the extension are */
  constructor(assets: string) {
    const limits = { seconds: SECONDS };
    super(platformAt(assets), { reading: limits, writing: limits, idleSeconds: IDLE_SECONDS });
  }
}

function platformAt(assets: string): WorkerPlatform {
  return {
    start: () => new WebWorker(assets),
    later(seconds, work) {
      const timer = setTimeout(work, seconds * 1000);
      return () => clearTimeout(timer);
    },
  };
}

class WebWorker implements ConverterWorker {
  readonly #worker: Worker;
  /** Where it is asked. */
  readonly #port: MessagePort;
  hasEnded = false;

  /** A worker of another origin is not allowed, a script of it is. */
  constructor(assets: string) {
    const script = `importScripts(${JSON.stringify(`${assets}web-converter.js`)});`;
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    this.#worker = new Worker(address, { name: 'jxmb converter' });
    const { port1, port2 } = new MessageChannel();
    this.#worker.postMessage(assets, [port2]);
    this.#port = port1;
  }

  ask(request: ConversionRequest): Promise<ConversionAnswer> {
    return new Promise((resolve, reject) => {
      this.#port.onmessage = ({ data }: MessageEvent<ConversionAnswer>) => resolve(data);
      this.#worker.onerror = ({ message }) => reject(new Error(message));
      this.#port.postMessage(request);
    });
  }

  end(): Promise<void> {
    this.hasEnded = true;
    this.#worker.terminate();
    return Promise.resolve();
  }
}

/** The worker of a browser that reads and writes files of other programs; `webConverters.ts` starts it. */
import { setAssets } from './assets.ts';
import { type ConversionRequest, convert } from './exchange/conversion.ts';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data: assets, ports: [port] }: MessageEvent<string>) => {
  setAssets(assets);
  if (!port) return;
  // The library that reads PDF takes the worker's own port for its own.
  port.onmessage = async ({ data }: MessageEvent<ConversionRequest>) => {
    const answer = await convert(data, {
      loadCharacterMap: (name) => characterMap(assets, name),
      loadWriter: () => import('./exchange/exporting/writeBook.ts'),
    });
    const transferred = 'bytes' in answer && answer.bytes.buffer instanceof ArrayBuffer ? [answer.bytes.buffer] : [];
    port.postMessage(answer, transferred);
  };
};

/** A file of the extension's own. The name comes from a PDF: it must not lead anywhere else. */
async function characterMap(assets: string, name: string): Promise<Uint8Array> {
  if (!/^[\w-]+\.bcmap$/.test(name)) throw new Error('There is no such table of characters.');
  const response = await fetch(`${assets}cmaps/${name}`);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

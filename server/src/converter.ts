/** The worker that reads and writes files of other programs; `nodeConverters.ts` starts it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type ConversionHost, type ConversionRequest, convert } from './exchange/conversion.ts';

const host: ConversionHost = {
  // The name comes from a PDF: it must not lead anywhere else.
  loadCharacterMap: (name) => readFile(path.join(workerData.characterMaps, path.basename(name))),
  loadWriter: () => import('./exchange/exporting/writeBook.ts'),
};

parentPort?.on('message', async (request: ConversionRequest) => {
  const answer = await convert(request, host);
  const transferred = 'bytes' in answer && answer.bytes.buffer instanceof ArrayBuffer ? [answer.bytes.buffer] : [];
  parentPort?.postMessage(answer, transferred);
});

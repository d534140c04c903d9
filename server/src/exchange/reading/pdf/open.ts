import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
// @ts-expect-error: no types come with it
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { cannotRead } from '../messages.ts';
import type { ReadingHost } from '../readFile.ts';

export type PdfDocument = Awaited<ReturnType<typeof pdfjs.getDocument>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Opens a PDF in this thread, which is a worker's already. Nothing in it is run, and no picture is unpacked. */
export async function openPdf(bytes: Uint8Array, host: ReadingHost): Promise<PdfDocument> {
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  const NO_PICTURES = 1;
  const task = pdfjs.getDocument({
    // The library makes the bytes its own.
    data: new Uint8Array(bytes),
    BinaryDataFactory: class {
      async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
        if (kind !== 'cMapUrl') throw new Error(`${kind} is not needed for text`);
        return host.loadCharacterMap(filename);
      }
    },
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: NO_PICTURES,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw cannotRead(isLocked ? 'encrypted' : 'damaged', error);
  }
}

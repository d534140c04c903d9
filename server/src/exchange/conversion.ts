import type { Bilingual } from '../profile/profile.ts';
import type { Book } from './book.ts';
import { conversionTexts } from './conversionError.ts';
import type { BookFormat, SourceFile } from './converters.ts';
import type { Grid } from './grid.ts';
import { type ReadingHost, readFile } from './reading/readFile.ts';

/** What a worker is asked: to read a file, or to write one. */
export type ConversionRequest = { readonly read: SourceFile } | { readonly write: Book; readonly format: BookFormat };

/** What it answers; `failure` is a fault of ours. */
export type ConversionAnswer =
  | { readonly grids: readonly Grid[] }
  | { readonly bytes: Uint8Array }
  | { readonly problem: Bilingual }
  | { readonly failure: string };

/** What converting needs of where it runs. */
export interface ConversionHost extends ReadingHost {
  loadWriter(): Promise<{ readonly writeBook: (book: Book, format: BookFormat) => Promise<Uint8Array> }>;
}

/** Answers a request; the same in all workers. */
export async function convert(request: ConversionRequest, host: ConversionHost): Promise<ConversionAnswer> {
  try {
    if ('read' in request) return { grids: await readFile(request.read, host) };
    const { writeBook } = await host.loadWriter();
    return { bytes: await writeBook(request.write, request.format) };
  } catch (error) {
    const problem = conversionTexts(error);
    if (problem) return { problem };
    return { failure: String(error instanceof Error ? (error.stack ?? error) : error) };
  }
}

/** What ended a worker before it could answer. */
export const EXCESS = {
  memory: {
    zh: '文件所需内存超出限度，已停止。请把表格分成几个文件，或只留下需要的工作表。',
    en: 'the file takes more memory than allowed and was given up. Part the table into several files, or leave only the sheets that are needed.',
  },
  time: {
    zh: '文件处理时间超出限度，已停止。请把表格分成几个文件，或只留下需要的工作表。',
    en: 'the file takes more time than allowed and was given up. Part the table into several files, or leave only the sheets that are needed.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

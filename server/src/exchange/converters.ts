import type { Book } from './book.ts';
import type { Grid } from './grid.ts';

/**
 * Reading and writing of files of other programs. The libraries that it takes are large and what they read is strange, so
 * an entry gives an implementation that runs in a worker of its own with limits, which is started when it is needed and
 * ended on cancel or excess.
 */
export interface Converters {
  /**
   * The tables of a file. What it is, is told by its content, then by its name.
   * @throws ConversionError where it cannot be read, with what to do about it
   */
  read(file: SourceFile, signal?: AbortSignal): Promise<readonly Grid[]>;
  /** A file of sheets. */
  write(book: Book, format: BookFormat, signal?: AbortSignal): Promise<Uint8Array>;
}

export interface SourceFile {
  /** Name of the file, for its ending and for messages; never used as a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type BookFormat = 'xlsx' | 'docx';

import type { Book } from '../book.ts';
import type { BookFormat } from '../converters.ts';

/** Makes a file of sheets. The libraries that it takes are loaded when first needed: this runs in the converters' worker. */
export async function writeBook(_book: Book, _format: BookFormat): Promise<Uint8Array> {
  throw new Error('not made yet');
}

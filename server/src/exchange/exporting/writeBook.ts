import type { Book } from '../book.ts';
import type { BookFormat } from '../converters.ts';

/** Makes a file of sheets. The libraries that it takes are loaded when first needed: this runs in the converters' worker. */
export async function writeBook(book: Book, format: BookFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return (await import('./xlsx/writeXlsx.ts')).writeXlsx(book);
  return (await import('./docx/writeDocx.ts')).writeDocx(book);
}

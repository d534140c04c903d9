import { conversionTexts } from '../conversionError.ts';
import type { SourceFile } from '../converters.ts';
import { decodeText } from '../decodeText.ts';
import type { Grid } from '../grid.ts';
import { kindOfBytes, kindOfText } from './fileKind.ts';
import { MAX_FILE_BYTES, MAX_TEXT_BYTES } from './limits.ts';
import { cannotRead } from './messages.ts';
import { readOle } from './ole.ts';

/** What readers need of where they run. */
export interface ReadingHost {
  /** A table of characters of PDF files, by the name of its file, such as `GBK-EUC-H.bcmap`. */
  loadCharacterMap(name: string): Promise<Uint8Array>;
}

/**
 * The tables of a file, by what it holds rather than by what it is called. Each reader comes with its library, and is
 * loaded when there is something to read with it.
 * @throws ConversionError for whatever cannot be read, and nothing else
 */
export async function readFile({ name, bytes }: SourceFile, host: ReadingHost): Promise<readonly Grid[]> {
  if (bytes.length === 0) throw cannotRead('empty');
  if (bytes.length > MAX_FILE_BYTES) throw cannotRead('tooLarge');
  try {
    switch (kindOfBytes(bytes)) {
      case 'zip':
        return await readZip(bytes);
      case 'pdf':
        return await (await import('./readPdf.ts')).readPdf(bytes, host);
      case 'ole':
        return readOle(bytes, name);
      case 'picture':
        throw cannotRead('picture');
    }
    return await readText(bytes, name);
  } catch (error) {
    // Whatever a library stumbles over is wrong in the file.
    throw conversionTexts(error) ? error : cannotRead('damaged', error);
  }
}

async function readText(bytes: Uint8Array, name: string): Promise<readonly Grid[]> {
  if (bytes.length > MAX_TEXT_BYTES) throw cannotRead('tooLarge');
  const text = decodeText(bytes);
  if (text === undefined) throw cannotRead(/\.(xlsx|xlsm|docx|pdf)$/i.test(name) ? 'damaged' : 'notText');
  switch (kindOfText(text, name)) {
    case 'html':
      return (await import('./readHtml.ts')).readHtml(text);
    case 'xml':
      throw cannotRead('otherXml');
    case 'webArchive':
      throw cannotRead('webArchive');
    default:
      return (await import('./readDelimited.ts')).readDelimited(text, name);
  }
}

async function readZip(bytes: Uint8Array): Promise<readonly Grid[]> {
  const { readOffice } = await import('./readOffice.ts');
  return readOffice(bytes);
}

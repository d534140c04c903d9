import type { Grid } from '../grid.ts';
import { cannotRead } from './messages.ts';
import { readDocx } from './readDocx.ts';
import { readXlsx } from './readXlsx.ts';
import { Zip } from './zip.ts';

/** A workbook or a document of Office: a zip file of XML. */
export function readOffice(bytes: Uint8Array): Grid[] {
  const zip = new Zip(bytes);
  if (zip.has('xl/workbook.bin')) throw cannotRead('binaryWorkbook');
  if (zip.hasUnder('xl/')) return readXlsx(zip);
  if (zip.hasUnder('word/')) return readDocx(zip);
  throw cannotRead(zip.has('mimetype') && zip.has('content.xml') ? 'openDocument' : 'otherZip');
}

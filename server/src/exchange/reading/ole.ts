import type { Grid } from '../grid.ts';
import { cannotRead } from './messages.ts';

/** Old files of Office and WPS, and new ones with a password, are files of streams; their names tell which it is. */
const STREAMS = [
  ['EncryptedPackage', 'encrypted'],
  ['Workbook', 'oldExcel'],
  ['Book', 'oldExcel'],
  ['WordDocument', 'oldWord'],
] as const;

/** Says what to do with such a file; none is read. */
export function readOle(bytes: Uint8Array, name: string): Grid[] {
  for (const [stream, why] of STREAMS) if (holds(bytes, stream)) throw cannotRead(why);
  if (/\.(xls|xlt|et|ett)$/i.test(name)) throw cannotRead('oldExcel');
  throw cannotRead(/\.(doc|dot|wps|wpt)$/i.test(name) ? 'oldWord' : 'oldOffice');
}

/** Names stand in the directory in UTF-16, at the beginning of a record of 128 bytes. */
function holds(bytes: Uint8Array, name: string): boolean {
  const RECORD = 128;
  for (let at = 512; at + RECORD <= bytes.length; at += RECORD) {
    let i = 0;
    while (i < name.length && bytes[at + 2 * i] === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0) i++;
    if (i === name.length && bytes[at + 2 * i] === 0) return true;
  }
  return false;
}

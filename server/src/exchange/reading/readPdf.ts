import type { Grid } from '../grid.ts';
import { cannotRead } from './messages.ts';
import type { ReadingHost } from './readFile.ts';

export async function readPdf(_bytes: Uint8Array, _host: ReadingHost): Promise<Grid[]> {
  throw cannotRead('scan');
}

import type { Grid } from '../grid.ts';
import { cannotRead } from './messages.ts';
import type { Zip } from './zip.ts';

export function readDocx(_zip: Zip): Grid[] {
  throw cannotRead('damaged');
}

import type { Judging } from '../profile/judging.ts';
import { plainName } from './plainName.ts';

/** Whether an indicator's name is that of a rate, or of what is mostly given as one (强度, 占比). */
export function rateName(name: string, judging: Judging): 'rate' | 'mostly' | undefined {
  const plain = plainName(name).replace(/、+$/, '');
  if (judging.rateEndings.endOf(plain)) return judging.notRates.endOf(plain) ? undefined : 'rate';
  return judging.softRates.endOf(plain) ? 'mostly' : undefined;
}

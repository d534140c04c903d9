import { question } from '../table/wording.ts';

/** Whether an indicator's name is that of a rate, or of what is mostly given as one (强度, 占比). */
export const rateName = question((named, judging): 'rate' | 'mostly' | undefined => {
  const plain = named.plain.replace(/、+$/, '');
  if (judging.rateEndings.endOf(plain)) return judging.notRates.endOf(plain) ? undefined : 'rate';
  return judging.softRates.endOf(plain) ? 'mostly' : undefined;
});

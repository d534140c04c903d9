import { amounts } from './amounts.ts';
import { classes } from './classes.ts';
import { completeness } from './completeness.ts';
import { form } from './form.ts';
import { indicators } from './indicators.ts';
import { structure } from './structure.ts';
import { values } from './values.ts';

/**
 * By rule, where it finds something: the line of the published file and the number of the indicator, `53#4a` and `53#4b`
 * where a project has the number twice, `28#-` where the indicator has none, the line alone where it is about no indicator.
 */
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  ...amounts,
  ...structure,
  ...classes,
  ...form,
  ...indicators,
  ...values,
  ...completeness,
};

import { amounts } from './amounts.ts';
import { classes } from './classes.ts';
import { completeness } from './completeness.ts';
import { indicators } from './indicators.ts';
import type { Mutation } from './mutation.ts';
import { structure } from './structure.ts';
import { suppressions } from './suppressions.ts';
import { values } from './values.ts';

/** All mutations, by the groups of the rules. */
export const mutations: readonly Mutation[] = [
  ...amounts,
  ...structure,
  ...classes,
  ...indicators,
  ...values,
  ...completeness,
  ...suppressions,
];

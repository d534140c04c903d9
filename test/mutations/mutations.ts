import { indicators } from './indicators.ts';
import type { Mutation } from './mutation.ts';

/** All mutations, by the groups of the rules. */
export const mutations: readonly Mutation[] = [...indicators];

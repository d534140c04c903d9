import type { Mutation } from './mutation.ts';
import { values } from './values.ts';

/** All mutations, by the groups of the rules. */
export const mutations: readonly Mutation[] = [...values];

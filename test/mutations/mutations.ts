import { completeness } from './completeness.ts';
import type { Mutation } from './mutation.ts';

/** All mutations, by the groups of the rules. */
export const mutations: readonly Mutation[] = [...completeness];

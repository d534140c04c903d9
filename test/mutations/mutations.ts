import type { Mutation } from './mutation.ts';
import { structure } from './structure.ts';

/** All mutations, by the groups of the rules. */
export const mutations: readonly Mutation[] = [...structure];

import type { ChildClass, Vocabulary } from '../syntax/vocabulary.ts';
import { question } from '../table/wording.ts';
import { SATISFACTION } from './levels.ts';

/** The level-2 class that satisfaction belongs to, where the profile has one. */
export function classOfSatisfaction({ levelTwo }: Vocabulary): ChildClass | undefined {
  for (const child of levelTwo.values()) if (child.parent.code === SATISFACTION) return child;
  return undefined;
}

/** Whether a name says how satisfied people are: it ends in such a word (满意度调查完成率 does not), brackets aside. */
export const speaksOfSatisfaction = question(
  (named, judging) => judging.satisfactionEndings.endOf(named.plain) !== undefined,
);

import type { LevelOneClass, LevelTwoClass } from '../profile/profile.ts';
import type { ChildClass, Vocabulary } from '../syntax/vocabulary.ts';
import { type Indicator, type IndicatorClass, meaningOf } from '../table/row.ts';

type Written = IndicatorClass<LevelOneClass | LevelTwoClass>;

/** Whether the profile does not have what stands in a class's place. */
export function isUnknown({ node, byCode, byName }: Written): boolean {
  return (node.code !== undefined && !byCode) || (node.name !== undefined && !byName);
}

/** Whether the code and the name of a class are those of two classes. */
export function isAtOdds({ byCode, byName }: Written): boolean {
  return byCode !== undefined && byName !== undefined && byCode.code !== byName.code;
}

/** Whether a class of an indicator is unknown or at odds with itself: which one is meant is open. */
export function isInDoubt({ class1, class2 }: Indicator): boolean {
  const doubt = (written: Written | undefined) => written !== undefined && (isUnknown(written) || isAtOdds(written));
  return doubt(class1) || doubt(class2);
}

/** Whether the level-2 class that is written belongs to another level-1 class than the one written beside it. */
export function isMisplaced({ class1, class2 }: Indicator): boolean {
  const one = meaningOf(class1);
  const two = meaningOf(class2);
  return one !== undefined && two !== undefined && one.code !== two.parent.code;
}

/**
 * The level-2 class of an indicator, with its parent; undefined where there is none, or where the classes as written are
 * a finding by themselves: what the name says of the class waits until they are right.
 */
export function settledClass(indicator: Indicator, { levelTwo }: Vocabulary): ChildClass | undefined {
  const { level2 } = indicator;
  return level2 && !isInDoubt(indicator) && !isMisplaced(indicator) ? levelTwo.get(level2.code) : undefined;
}

/** What may come to light once a class is settled: the rules that wait for it. */
export const SETTLING_MAY_ADD: readonly string[] = ['satisfaction-class', 'class-content', 'routine-indicator'];

import { squeeze } from '../syntax/characters.ts';
import type { ChildClass } from '../syntax/vocabulary.ts';
import { type Indicator, meaningOf, type Row } from '../table/row.ts';
import { classText } from './classText.ts';
import type { TextEdit } from './rule.ts';
import { RULES_ON_CLASSED_VALUES } from './valueRules.ts';

/** What may come to light once an indicator is in another class, or in one at all. */
export const MOVING_MAY_ADD: readonly string[] = [
  'duplicate-indicator',
  'missing-class',
  'cost-indicator',
  'amount-ceiling',
  'weights',
  ...RULES_ON_CLASSED_VALUES,
];

/**
 * The edits that put an indicator into a level-2 class: of the classes it has, those that are wrong are written anew;
 * what is missing is put behind level 1 or before the name. None where that would change how its other parts read.
 */
export function moveToClass(indicator: Indicator, target: ChildClass): TextEdit[] {
  const { class1, class2, node } = indicator;
  const one = classText(target.parent);
  const two = classText(target);
  if (class2) {
    if (hasCodeOfClass(indicator)) return [];
    const edit = { start: class2.node.start, end: class2.node.end, text: two };
    return class1 && needsLevelOne(indicator, target)
      ? [{ start: class1.node.start, end: class1.node.end, text: one }, edit]
      : [edit];
  }
  if (class1) {
    const { start, end } = class1.node;
    return needsLevelOne(indicator, target)
      ? [{ start, end, text: `${one}; ${two}` }]
      : [{ start: end, end, text: `; ${two}` }];
  }
  const at = (node.code3 ?? node.name)?.start;
  return at === undefined ? [] : [{ start: at, end: at, text: `${movedText(indicator, target)}; ` }];
}

/** What `moveToClass` writes, as a title says it. */
export function movedText(indicator: Indicator, target: ChildClass): string {
  return needsLevelOne(indicator, target) ? `${classText(target.parent)}; ${classText(target)}` : classText(target);
}

/** Whether level 1 has to be written too: the one that is written is another, or none is and the heading gives another. */
function needsLevelOne({ class1, class2, level1 }: Indicator, { parent }: ChildClass): boolean {
  const one = class1 ? meaningOf(class1) : class2 ? parent : level1;
  return one?.code !== parent.code;
}

/** Whether a project has an indicator of a name in a class already. */
export function hasIndicator({ indicators }: Row, name: string, { code }: ChildClass): boolean {
  const squeezed = squeeze(name);
  return indicators.some((other) => other.level2?.code === code && squeeze(other.name) === squeezed);
}

/** The code of the third level may be so short that it is read as one only because it begins with its class. */
function hasCodeOfClass({ code3 }: Indicator): boolean {
  return code3 !== undefined && squeeze(code3).length < 6;
}

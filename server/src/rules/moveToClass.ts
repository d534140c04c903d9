import { squeeze } from '../syntax/characters.ts';
import type { ChildClass } from '../syntax/vocabulary.ts';
import type { Indicator, Row } from '../table/row.ts';
import { classText } from './classText.ts';
import type { TextEdit } from './rule.ts';

/** What may come to light once an indicator is in another class, or in one at all. */
export const MOVING_MAY_ADD: readonly string[] = [
  'duplicate-indicator',
  'missing-class',
  'vague-value',
  'satisfaction-target',
  'amount-ceiling',
  'weights',
];

/**
 * The edits that put an indicator into a level-2 class: the classes it has are written anew, those it has not (a heading
 * gives them) are put before its name. None where that would change how its other parts read.
 */
export function moveToClass(indicator: Indicator, target: ChildClass): TextEdit[] {
  const { class1, class2, node } = indicator;
  const one = classText(target.parent);
  const two = classText(target);
  if (class2) {
    if (hasCodeOfClass(indicator)) return [];
    const stays = !class1 || (class1.byCode ?? class1.byName)?.code === target.parent.code;
    const edits = [{ start: class2.node.start, end: class2.node.end, text: two }];
    return stays || !class1 ? edits : [{ start: class1.node.start, end: class1.node.end, text: one }, ...edits];
  }
  if (class1) return [{ start: class1.node.start, end: class1.node.end, text: `${one}; ${two}` }];
  const at = (node.code3 ?? node.name)?.start;
  return at === undefined ? [] : [{ start: at, end: at, text: `${one}; ${two}; ` }];
}

/** What `moveToClass` writes, as a title says it. */
export function movedText(indicator: Indicator, target: ChildClass): string {
  const { class1, class2 } = indicator;
  const one = class1?.byCode ?? class1?.byName;
  return class2 && (!class1 || one?.code === target.parent.code)
    ? classText(target)
    : `${classText(target.parent)}; ${classText(target)}`;
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

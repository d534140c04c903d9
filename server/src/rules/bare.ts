import { squeeze } from '../syntax/characters.ts';
import type { Indicator, Row } from '../table/row.ts';
import type { RuleContext } from './rule.ts';

/** Whether a project has nothing but its name yet: what all it lacks is then said once. */
export function isBare({ kind, tree }: Row): boolean {
  return kind === 'project' && tree.parts.every((part) => part.type === 'comment' || part.type === 'field');
}

/** Whether the one indicator of a project says that there is none: 无. */
export function saysNone({ indicators }: Row, { vocabulary }: RuleContext): boolean {
  const [only, ...others] = indicators;
  return only !== undefined && others.length === 0 && isNothing(only, vocabulary.judging);
}

function isNothing(
  { number, class1, class2, values, name }: Indicator,
  { none, placeholders }: RuleContext['vocabulary']['judging'],
): boolean {
  if (number || class1 || class2 || values.length > 0) return false;
  const said = squeeze(name);
  return none.has(said) || placeholders.has(said);
}

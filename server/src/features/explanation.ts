import type { Rule, RuleExplanation } from '../rules/rule.ts';
import { once } from './once.ts';

const load = once(() => import('../rules/explanations.ts'));

/** What is said of each rule, by its id; loaded when somebody first wants to read it. */
export async function loadExplanations(): Promise<Readonly<Record<string, RuleExplanation>>> {
  return (await load()).explanations;
}

/** What is said of a rule. */
export async function explanationOf({ id }: Rule): Promise<RuleExplanation> {
  return (await loadExplanations())[id] as RuleExplanation;
}

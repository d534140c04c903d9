import { repetitionRules } from '../rules/registry.ts';
import type { Key, RepetitionRule, RuleContext } from '../rules/rule.ts';
import { countsInUnit, IN_UNIT } from '../table/entry.ts';
import type { Row } from '../table/row.ts';
import type { BlockFacts } from './blockFacts.ts';
import { digestOf } from './digest.ts';
import type { Rows } from './rows.ts';

/** What a rule on repetitions looks for in a row. */
export interface Repeatable extends Key {
  readonly rule: RepetitionRule;
  /**
   * What counts as the same, in a few characters, for this is kept of every row: whether it counts within the unit, the
   * rule by its place, a digest of the key.
   */
  readonly same: string;
}

const NONE: readonly Repeatable[] = [];

export function repeatablesIn(row: Row, text: string, context: RuleContext): readonly Repeatable[] {
  let repeatables: Repeatable[] | undefined;
  for (let place = 0; place < repetitionRules.length; place++) {
    const rule = repetitionRules[place] as RepetitionRule;
    const found = rule.keyOf(row, text, context);
    if (!found) continue;
    const { key, span } = found;
    const repeatable = { rule, key, span, same: `${rule.within === 'unit' ? IN_UNIT : ''}${place}${digestOf(key)}` };
    if (repeatables) repeatables.push(repeatable);
    else repeatables = [repeatable];
  }
  return repeatables ?? NONE;
}

/** The rule that looks for something. */
export function ruleOf(same: string): RepetitionRule {
  // There are less than ten.
  return repetitionRules[Number(same.at(countsInUnit(same) ? 1 : 0))] as RepetitionRule;
}

const known = new WeakMap<BlockFacts, readonly Repeatable[]>();

/** The same of a row that was checked; kept from then on. Few rows repeat anything, and nobody asks for the others'. */
export function repeatablesOf(facts: BlockFacts, rows: Rows): readonly Repeatable[] {
  const { block } = facts;
  const repeatables = known.get(facts) ?? repeatablesIn(rows.row(block), block.text, rows.context);
  known.set(facts, repeatables);
  return repeatables;
}

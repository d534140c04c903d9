import { repetitionRules } from '../rules/registry.ts';
import type { Finding, PlacedKey, Related, RepetitionRule } from '../rules/rule.ts';
import type { Block } from '../syntax/blocks.ts';
import { namedKey, ownKey } from '../table/across.ts';
import type { UnitGroup } from '../table/unitGroup.ts';
import type { BlockFacts } from './blockFacts.ts';
import { repeatablesOf, ruleOf } from './repeatables.ts';
import { findingOf } from './rowFindings.ts';
import type { Holder, Rows } from './rows.ts';
import type { TakenTables } from './takenTables.ts';

/** How many repetitions a finding on a table that is taken in shows. */
const LISTED_REPETITIONS = 10;

/** Something that a table which is taken in has too: where it stands there, and who had it first. */
interface Repeated {
  readonly same: string;
  readonly again: Holder;
  readonly first: PlacedKey;
}

/** What rows repeat of those before them. It is asked about each row that repeats or is repeated, in the order of the text. */
export class RepetitionFindings {
  readonly #rows: Rows;
  readonly #taken: TakenTables;
  /** The first row that has something, by the unit that it counts in. */
  readonly #firsts = new Map<UnitGroup | undefined, Map<string, PlacedKey>>();
  /** Some of what is repeated stands in another table. */
  isAcross = false;

  constructor(rows: Rows, taken: TakenTables) {
    this.#rows = rows;
    this.#taken = taken;
  }

  of(facts: BlockFacts): Finding[] {
    return facts.block.kind === 'include' ? this.#ofTakenTable(facts) : this.#ofRow(facts);
  }

  /** Who had something first; undefined where it is this one, who is noted. */
  #first(group: UnitGroup | undefined, same: string, own: PlacedKey): PlacedKey | undefined {
    const firsts = this.#firsts.get(group) ?? new Map<string, PlacedKey>();
    this.#firsts.set(group, firsts);
    const first = firsts.get(same);
    if (!first) firsts.set(same, own);
    return first;
  }

  /** Of several things that a row repeats of the same other row only the first is told. */
  #ofRow(facts: BlockFacts): Finding[] {
    const { block, group } = facts;
    const told = new Set<Block>();
    return repeatablesOf(facts, this.#rows).flatMap((repeatable) => {
      const { rule, same, key, span } = repeatable;
      const own = { key, span, block };
      let first = this.#first(rule.within === 'unit' ? group : undefined, same, own);
      if (rule.within === 'unit' && group?.name) {
        const named = this.#first(undefined, namedKey(group.name, same), own);
        if (named?.block.kind === 'include') first ??= named;
      }
      if (first?.block.kind === 'include') {
        this.isAcross = true;
        const name = rule.within === 'unit' ? namedKey(group?.name ?? '', same) : same;
        first = this.#taken.holderIn(first.block, name);
      }
      if (!first || told.has(first.block)) return [];
      told.add(first.block);
      return findingOf(rule, rule.report(repeatable, first));
    });
  }

  /** What a table that is taken in repeats of what stands before it: one finding a rule. */
  #ofTakenTable({ block, shared }: BlockFacts): Finding[] {
    if (!shared || !this.#taken.tableOf(block)) return [];
    const { nameSpan: span } = this.#rows.row(block);
    const byRule = new Map<RepetitionRule, Repeated[]>();
    for (const same of shared) {
      const first = this.#first(undefined, same, { key: same, span, block });
      const again = first && this.#taken.holderIn(block, same);
      if (!again) continue;
      const rule = ruleOf(ownKey(same));
      const repeated = byRule.get(rule);
      if (repeated) repeated.push({ same, again, first });
      else byRule.set(rule, [{ same, again, first }]);
    }
    const path = this.#rows.includeBlocks.get(block)?.path ?? '';
    return repetitionRules.flatMap((rule) => {
      const repeated = byRule.get(rule) ?? [];
      repeated.sort((a, b) => a.again.offset - b.again.offset || (a.again.key < b.again.key ? -1 : 1));
      const [head] = repeated;
      if (!head) return [];
      this.isAcross = true;
      const message = repeated.length > 1 ? 'takenMore' : 'taken';
      const args = { path, name: head.again.key, count: String(repeated.length) };
      const related = () => repeated.slice(0, LISTED_REPETITIONS).flatMap((one) => this.#placesOf(one));
      return findingOf(rule, { span, message, args, related });
    });
  }

  #placesOf({ same, again, first }: Repeated): Related[] {
    const holder = first.block.kind === 'include' ? this.#taken.holderIn(first.block, same) : first;
    // The same table twice: where it was taken in first says more.
    const before = holder?.block === again.block ? first : (holder ?? first);
    return [
      { block: again.block, table: again.table, span: again.span, message: 'again' },
      { block: before.block, table: before.table, span: before.span, message: 'first' },
    ];
  }
}

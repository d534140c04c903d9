import { sumRules } from '../rules/registry.ts';
import type { Finding, Related, StatedSum } from '../rules/rule.ts';
import type { Block } from '../syntax/blocks.ts';
import { compareSum } from '../table/comparison.ts';
import type { Ledger } from '../table/ledger.ts';
import { type Amount, amountOf } from '../table/row.ts';
import type { UnitGroup } from '../table/unitGroup.ts';
import { factsOf } from './blockFacts.ts';
import { projectsBelow } from './projectsBelow.ts';
import { findingOf } from './rowFindings.ts';
import type { Rows } from './rows.ts';
import type { TakenTables } from './takenTables.ts';

/** How many addends a finding on a sum shows beside it. */
const LISTED_ADDENDS = 20;

/** What is wrong with the sums that rows state, beside the amounts that these are made of. */
export class SumFindings {
  readonly #rows: Rows;
  readonly #ledger: Ledger;
  readonly #taken: TakenTables;

  constructor(rows: Rows, ledger: Ledger, taken: TakenTables) {
    this.#rows = rows;
    this.#ledger = ledger;
    this.#taken = taken;
  }

  /**
   * What is found on the sums of one row.
   * @param group the unit's that states them; undefined for 合计
   */
  find(block: Block, group: UnitGroup | undefined): Finding[] {
    const findings: Finding[] = [];
    const row = this.#rows.row(block);
    const { context } = this.#rows;
    context.vocabulary.profile.columns.forEach((_, column) => {
      const amount = amountOf(row, column);
      const stated = amount?.reading.value;
      const below = group ? this.#ledger.sumOf(group, column) : this.#ledger.totalOf(column);
      if (!amount || !stated || !below) return;
      const sum: StatedSum = {
        of: group ? 'unit' : this.#ledger.hasUnits ? 'total' : 'projects',
        column,
        amount,
        stated,
        computed: below.sum,
        rows: below.rows,
        comparison: compareSum(stated, below.sum, below.addends),
        listed: this.#untilOthersChange(() => this.#listed(block, amount, below.addends)),
      };
      for (const rule of sumRules) rule.check(sum, context, (report) => findings.push(findingOf(rule, report)));
    });
    return findings;
  }

  /** A function that finds its answer once: anew only where a table that is taken in was edited, whose rows it may show. */
  #untilOthersChange<T>(find: () => T): () => T {
    let found: { readonly answer: T; readonly edit: number } | undefined;
    return () => {
      const edit = this.#rows.lastEditOutside;
      if (found?.edit !== edit) found = { answer: find(), edit };
      return found.answer;
    };
  }

  /** The first of the amounts that a stated sum is made of. */
  #listed(block: Block, { column, node }: Amount, count: number): Related[] {
    const related: Related[] = [];
    for (const addend of block.kind === 'unit' ? this.#projectAddends(block, column) : this.addends(column)) {
      if (related.length === LISTED_ADDENDS) break;
      related.push(addend);
    }
    if (count > related.length) {
      related.push({ block, span: node.text, message: 'more', args: { count: String(count - related.length) } });
    }
    return related;
  }

  /** The amounts of a unit's projects. */
  *#projectAddends(unit: Block, column: number): Iterable<Related> {
    for (const project of projectsBelow(unit, this.#rows.sequence)) yield* this.#addend(project, column);
  }

  /** The amounts of the units, and of projects without one, also of tables that are taken in. */
  *addends(column: number): Iterable<Related> {
    for (const block of this.#rows.sequence) {
      if (block.kind === 'include') {
        yield* this.#taken.tableOf(block)?.checker.addends(column) ?? [];
      } else if (block.kind === 'unit' || (block.kind === 'project' && !factsOf(block).group?.unit)) {
        yield* this.#addend(block, column);
      }
    }
  }

  *#addend(block: Block, column: number): Iterable<Related> {
    const row = this.#rows.row(block);
    const amount = amountOf(row, column);
    if (!amount?.reading.value) return;
    const args = { name: row.name, amount: amount.reading.value.toAmount() };
    yield { block, table: this.#rows, span: amount.node.text, message: 'addend', args };
  }
}

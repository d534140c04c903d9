import type { Block } from '../syntax/blocks.ts';
import type { Ledger } from '../table/ledger.ts';
import type { Given } from '../table/takenIn.ts';
import { factsOf } from './blockFacts.ts';
import type { Inclusion } from './includes.ts';
import type { Holder, Rows, TakenTable } from './rows.ts';

/** The tables that a table takes in: what they came to when they were last looked at, and the ledger that it is taken into. */
export class TakenTables {
  readonly #rows: Rows;
  readonly #ledger: Ledger;
  readonly #inclusions = new Map<Block, Inclusion<TakenTable>>();
  /** When they were last looked at. */
  #tick: number | undefined;

  constructor(rows: Rows, ledger: Ledger) {
    this.#rows = rows;
    this.#ledger = ledger;
  }

  /** Takes over a block that takes in another table. */
  add(block: Block): void {
    this.#inclusions.set(block, this.#rows.inclusionOf(block));
  }

  remove(block: Block): void {
    this.#inclusions.delete(block);
  }

  /** Whether none of them can have changed since they were last looked at. */
  get isCurrent(): boolean {
    const { includeBlocks, tables } = this.#rows;
    return includeBlocks.size === 0 || this.#tick === tables?.tick;
  }

  /**
   * Takes in what they have now. Costs their number, and what has changed in them.
   * @param checkAgain looks again at a block in whose table something else is wrong now
   * @returns whether anything has changed
   */
  follow(checkAgain: (block: Block) => void): boolean {
    this.#tick = this.#rows.tables?.tick;
    let changed = false;
    for (const block of this.#rows.includeBlocks.keys()) {
      const now = this.#rows.inclusionOf(block);
      const before = this.#inclusions.get(block);
      if (now.problem?.kind !== before?.problem?.kind || now.problem?.unit !== before?.problem?.unit) {
        checkAgain(block);
        changed = true;
      }
      this.#inclusions.set(block, now);
      if (this.#ledger.takeIn(factsOf(block), this.#givenBy(now.table))) changed = true;
    }
    return changed;
  }

  /** What a table gives; nothing where its amounts are of another kind. */
  #givenBy(table: TakenTable | undefined): Given | undefined {
    const { vocabulary, moneyUnit } = this.#rows.context;
    if (table?.context.vocabulary !== vocabulary || table.context.moneyUnit !== moneyUnit) return undefined;
    return table.checker.given();
  }

  /** The table that a block takes in, where it can be taken in. */
  tableOf(block: Block): TakenTable | undefined {
    return this.#inclusions.get(block)?.table;
  }

  /** Who has a key first in the table that a block takes in. */
  holderIn(block: Block, same: string): Holder | undefined {
    return this.tableOf(block)?.checker.holderOf(same);
  }
}

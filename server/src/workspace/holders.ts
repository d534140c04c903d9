import { ownKey } from '../table/across.ts';
import type { Ledger } from '../table/ledger.ts';
import { type BlockFacts, factsOf } from './blockFacts.ts';
import { repeatablesOf } from './repeatables.ts';
import type { Holder, Rows } from './rows.ts';
import type { TakenTables } from './takenTables.ts';

/** Who has a key first, in a table or in those that it takes in. An answer is kept until the next edit of any of them. */
export class Holders {
  readonly #rows: Rows;
  readonly #ledger: Ledger;
  readonly #taken: TakenTables;
  readonly #found = new Map<string, Holder>();
  /** The last edit for which these hold. */
  #foundAt: number | undefined;

  constructor(rows: Rows, ledger: Ledger, taken: TakenTables) {
    this.#rows = rows;
    this.#ledger = ledger;
    this.#taken = taken;
  }

  /** Looks for all of them anew. */
  clear(): void {
    this.#found.clear();
  }

  of(same: string): Holder | undefined {
    const { lastEdit } = this.#rows;
    if (this.#foundAt !== lastEdit) {
      this.clear();
      this.#foundAt = lastEdit;
    }
    const holder = this.#found.get(same) ?? this.#find(same);
    if (holder) this.#found.set(same, holder);
    return holder;
  }

  #find(same: string): Holder | undefined {
    const members = this.#ledger.membersOf(same).map((entry) => (entry as BlockFacts).block);
    const [place] = this.#rows.sequence.placesOf(members);
    if (!place) return undefined;
    const { block, offset } = place;
    if (block.kind === 'include') {
      const holder = this.#taken.holderIn(block, same);
      return holder && { ...holder, offset };
    }
    const own = ownKey(same);
    const found = repeatablesOf(factsOf(block), this.#rows).find(({ same: key }) => key === own);
    return found && { key: found.key, span: found.span, block, table: this.#rows, offset };
  }
}

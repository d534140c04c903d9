import type { TableDocument } from '../workspace/tableDocument.ts';
import type { Serving } from './serving.ts';

/** So many blocks are counted a turn: a fraction of a millisecond. */
const BLOCKS = 4;

/**
 * Has what tables have written counted to its end once completions or hovers have been asked for, while nothing is asked:
 * the next ones know more, and need not count.
 */
export class Counting {
  readonly #serving: Serving;
  /** The table that was asked about last. */
  #document: TableDocument | undefined;
  /** Something was asked since it was last looked whether anything is. */
  #isAsked = false;
  #isWaiting = false;

  constructor(serving: Serving) {
    this.#serving = serving;
  }

  /** Something was asked that is made of what tables have written. */
  asked(document: TableDocument): void {
    this.#document = document;
    this.#isAsked = true;
    if (!this.#isWaiting) this.#wait();
  }

  #wait(): void {
    this.#isWaiting = true;
    this.#isAsked = false;
    this.#serving.host.rest(() => {
      if (this.#isAsked) return this.#wait();
      this.#isWaiting = false;
      if (!this.#isOpen) return;
      const tables = new Set([this.#document as TableDocument, ...this.#serving.workspace.atHand()]);
      this.#count([...tables].filter(({ uses }) => !uses.isWhole));
    });
  }

  /** Goes on until something is asked, and from there once nothing is. */
  #count(tables: readonly TableDocument[]): void {
    const [table, ...others] = tables;
    if (!table || this.#isAsked || !this.#isOpen) return;
    this.#serving.host.defer(() => {
      table.uses.read(BLOCKS);
      this.#count(table.uses.isWhole ? others : tables);
    });
  }

  get #isOpen(): boolean {
    const document = this.#document;
    return document !== undefined && this.#serving.documents.get(document.uri) === document;
  }
}

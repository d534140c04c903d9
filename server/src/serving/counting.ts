import type { TableDocument } from '../workspace/tableDocument.ts';
import type { Serving } from './serving.ts';

/** So many blocks are counted a turn: a fraction of a millisecond. */
const BLOCKS = 4;

/**
 * Has what a table has written counted to its end once completions or hovers have been asked for in it, while nobody waits
 * for an answer: the next ones know more, and need not count.
 */
export class Counting {
  readonly #serving: Serving;
  readonly #counted = new WeakSet<TableDocument>();

  constructor(serving: Serving) {
    this.#serving = serving;
  }

  goOn(document: TableDocument): void {
    if (this.#counted.has(document)) return;
    this.#counted.add(document);
    this.#turn(document);
  }

  #turn(document: TableDocument): void {
    const { documents, host } = this.#serving;
    host.defer(() => {
      document.uses.read(BLOCKS);
      if (documents.get(document.uri) === document && !document.uses.isWhole) this.#turn(document);
      else this.#counted.delete(document);
    });
  }
}

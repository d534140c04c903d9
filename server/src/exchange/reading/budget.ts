import { MAX_CELLS, MAX_GRIDS, MAX_MERGES, MAX_ROWS, MAX_SLOTS, MAX_TEXT } from './limits.ts';
import { cannotRead } from './messages.ts';

/** Counts what has been read of a file, and ends it where that is too much. */
export class Budget {
  #grids = MAX_GRIDS;
  #slots = MAX_SLOTS;
  #rows = MAX_ROWS;
  #cells = MAX_CELLS;
  #merges = MAX_MERGES;
  #text = MAX_TEXT;

  grid(): void {
    if (--this.#grids < 0) throw cannotRead('tooLarge');
  }

  /** A place in a table, whether anything is in it or not. */
  slot(): void {
    if (--this.#slots < 0) throw cannotRead('tooLarge');
  }

  row(): void {
    if (--this.#rows < 0) throw cannotRead('tooLarge');
  }

  cell(): void {
    if (--this.#cells < 0) throw cannotRead('tooLarge');
  }

  merge(): void {
    if (--this.#merges < 0) throw cannotRead('tooLarge');
  }

  text(text: string): void {
    this.#text -= text.length;
    if (this.#text < 0) throw cannotRead('tooLarge');
  }
}

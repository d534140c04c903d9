import { MESSAGES } from './messages.ts';
import { Ordinals } from './ordinals.ts';
import type { ImportItem } from './report.ts';

/** What is said of a table once, and need not be said of every row. */
export class ToldOnce {
  readonly ordinals = new Ordinals();
  readonly #said = new Set<string>();

  /** Whether something has not been said of the table yet, or is to be said wherever it is. */
  isNew({ column, before, after, message }: ImportItem): boolean {
    const isOnce = message === MESSAGES.className || message === MESSAGES.valuePart || message === MESSAGES.onlyClass;
    if (!isOnce) return true;
    const key = `${column}\n${before}\n${message === MESSAGES.className ? after : ''}`;
    if (this.#said.has(key)) return false;
    this.#said.add(key);
    return true;
  }
}

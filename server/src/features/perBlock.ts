import type { Block } from '../syntax/blocks.ts';

/**
 * What a feature has read of each block. A block never changes, so it is read again only where something else that was
 * read with it is no longer the same.
 */
export class PerBlock<T> {
  readonly #kept = new WeakMap<Block, { readonly given: readonly unknown[]; readonly value: T }>();

  /** @param given all that `read` looks at besides the block */
  get(block: Block, given: readonly unknown[], read: () => T): T {
    const kept = this.#kept.get(block);
    if (kept?.given.every((one, i) => one === given[i])) return kept.value;
    const value = read();
    this.#kept.set(block, { given, value });
    return value;
  }
}

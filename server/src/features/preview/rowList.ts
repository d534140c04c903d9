import type { Block } from '../../syntax/blocks.ts';
import type { PageRows } from './pageRows.ts';

/** Some rows of a list that make room for others. */
export interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly added: number;
}

/** The number by which what stands above the table is spoken of, as if it were a row: theirs begin at 1. */
export const CAPTION_ROW = 0;

const NOTHING: PageRows = { blocks: [], leading: 0, linesBehind: new Map(), linesOf: () => 0 };

/**
 * The rows that a page lists, by numbers of their own. A row whose block gives way to another of its kind in the same
 * place keeps its number: the page changes what it shows instead of showing another.
 */
export class RowList {
  #rows = NOTHING;
  #ids: number[] = [];
  /** The greatest number that was given. */
  lastId: number;

  /** @param lastId numbers of rows that the page may still speak of are not given again */
  constructor(lastId = 0) {
    this.lastId = lastId;
  }

  get blocks(): readonly Block[] {
    return this.#rows.blocks;
  }

  get ids(): readonly number[] {
    return this.#ids;
  }

  /** How many lines of the text a row stands for. */
  linesAt(index: number): number {
    const block = this.blocks[index] as Block;
    return this.#rows.linesOf(block) + (this.#rows.linesBehind.get(block) ?? 0);
  }

  /** The block of a row, by its number. */
  blockOf(id: number): Block | undefined {
    return this.blocks[this.#ids.indexOf(id)];
  }

  /** Takes over other rows; tells where they are others, undefined where they are the same. */
  take(rows: PageRows): Splice | undefined {
    const before = this.#rows;
    this.#rows = rows;
    const [old, now] = [before.blocks, rows.blocks];
    const hasHidden = before.linesBehind.size + rows.linesBehind.size > 0;
    const isSame = (a: Block, b: Block) =>
      a === b && (!hasHidden || before.linesBehind.get(a) === rows.linesBehind.get(a));
    const shorter = Math.min(old.length, now.length);
    let front = 0;
    while (front < shorter && isSame(old[front] as Block, now[front] as Block)) front++;
    let back = 0;
    while (back < shorter - front && isSame(old.at(-1 - back) as Block, now.at(-1 - back) as Block)) back++;
    const removed = old.slice(front, old.length - back);
    const added = now.slice(front, now.length - back);
    if (removed.length === 0 && added.length === 0) return undefined;
    const ids = this.#idsFor(added, removed, this.#ids.slice(front, front + removed.length));
    // Most changes leave as many rows as there were.
    if (ids.length === removed.length) for (const [i, id] of ids.entries()) this.#ids[front + i] = id;
    else this.#ids = [...this.#ids.slice(0, front), ...ids, ...this.#ids.slice(front + removed.length)];
    return { at: front, removed: removed.length, added: added.length };
  }

  /** Numbers for rows that come in the place of others: blocks that stay keep theirs, others those of their kind in order. */
  #idsFor(added: readonly Block[], old: readonly Block[], ids: readonly number[]): number[] {
    const places = new Map<Block, number>(old.map((block, i) => [block, i]));
    const stays = new Set(added);
    let next = 0;
    return added.map((block) => {
      const place = places.get(block);
      if (place !== undefined) {
        next = Math.max(next, place + 1);
        return ids[place] as number;
      }
      const isFree = next < old.length && !stays.has(old[next] as Block) && old[next]?.kind === block.kind;
      return isFree ? (ids[next++] as number) : ++this.lastId;
    });
  }
}

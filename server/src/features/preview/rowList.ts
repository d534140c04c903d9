import type { Block } from '../../syntax/blocks.ts';
import type { PageRows } from './pageRows.ts';

/** Some rows of a list that make room for others. */
export interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly added: number;
}

/**
 * The rows that a page lists, by numbers of their own. A row whose block gives way to another of its kind in the same
 * place keeps its number: the page changes what it shows instead of showing another.
 */
export class RowList {
  blocks: readonly Block[] = [];
  lines: readonly number[] = [];
  ids: readonly number[] = [];
  /** The greatest number that was given. */
  lastId: number;

  /** @param lastId numbers of rows that the page may still speak of are not given again */
  constructor(lastId = 0) {
    this.lastId = lastId;
  }

  /** Takes over other rows; tells where they are others, undefined where they are the same. */
  take({ blocks, lines }: PageRows): Splice | undefined {
    const before = { blocks: this.blocks, lines: this.lines, ids: this.ids };
    const shorter = Math.min(before.blocks.length, blocks.length);
    const isSame = (i: number, j: number) => before.blocks[i] === blocks[j] && before.lines[i] === lines[j];
    let front = 0;
    while (front < shorter && isSame(front, front)) front++;
    let back = 0;
    const [oldEnd, newEnd] = [before.blocks.length, blocks.length];
    while (back < shorter - front && isSame(oldEnd - 1 - back, newEnd - 1 - back)) back++;
    this.blocks = blocks;
    this.lines = lines;
    const removed = before.ids.slice(front, oldEnd - back);
    const added = blocks.slice(front, newEnd - back);
    if (removed.length === 0 && added.length === 0) return undefined;
    const old = before.blocks.slice(front, oldEnd - back);
    const ids = [
      ...before.ids.slice(0, front),
      ...this.#idsFor(added, old, removed),
      ...before.ids.slice(oldEnd - back),
    ];
    this.ids = ids;
    return { at: front, removed: removed.length, added: added.length };
  }

  /** Numbers for rows that come in the place of others: blocks that stay keep theirs, others those of their kind in order. */
  #idsFor(added: readonly Block[], old: readonly Block[], ids: readonly number[]): number[] {
    const stays = new Map<Block, number>(old.map((block, i) => [block, ids[i] as number]));
    const given = added.map((block) => stays.get(block));
    const used = new Set(given);
    let next = 0;
    return given.map((id, i) => {
      if (id !== undefined) {
        next = Math.max(next, ids.indexOf(id) + 1);
        return id;
      }
      const free = next < ids.length ? (ids[next] as number) : undefined;
      const isFree = free !== undefined && !used.has(free) && old[next]?.kind === added[i]?.kind;
      if (!isFree) return ++this.lastId;
      next++;
      used.add(free);
      return free;
    });
  }
}

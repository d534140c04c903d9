import type { Block } from './blocks.ts';

/** The largest number of blocks in one chunk; a fuller one is cut in two. */
const FULL = 256;

/** Neighbouring blocks, and where each stands among them: to find a place, no block needs to be looked at. */
export class Chunk {
  blocks: readonly Block[] = [];
  /** The character and the line at which each block begins, counted from the chunk's start, and at last where it ends. */
  offsets = [0];
  lines = [0];
  /** How many characters and line ends there are. Who passes over the chunk looks at these alone. */
  chars = 0;
  lineEnds = 0;

  constructor(blocks: readonly Block[]) {
    this.replace(0, 0, blocks);
  }

  /** Puts blocks in the place of so many others, as far as there are, from an index on; returns these. */
  replace(at: number, count: number, added: readonly Block[]): readonly Block[] {
    const { blocks } = this;
    const removed = blocks.slice(at, at + count);
    for (const block of removed) block.chunk = undefined;
    for (const block of added) block.chunk = this;
    this.blocks = blocks.slice(0, at).concat(added, blocks.slice(at + count));
    this.offsets = replaced(this.offsets, at, removed.length, added, ({ text }) => text.length);
    this.lines = replaced(this.lines, at, removed.length, added, ({ lineEnds }) => lineEnds);
    this.chars = this.offsets.at(-1) as number;
    this.lineEnds = this.lines.at(-1) as number;
    return removed;
  }
}

/** Where blocks begin once some of them have given way to others. */
function replaced(
  starts: number[],
  at: number,
  count: number,
  added: readonly Block[],
  sizeOf: (block: Block) => number,
): number[] {
  const end = starts[at + count] as number;
  const sizes = added.map(sizeOf);
  const now = count === added.length ? starts : starts.slice(0, at + 1).concat(sizes, starts.slice(at + count + 1));
  const last = at + added.length;
  for (let i = at; i < last; i++) now[i + 1] = (now[i] as number) + (sizes[i - at] as number);
  const moved = (now[last] as number) - end;
  for (let i = last + 1; i < now.length; i++) now[i] = (now[i] as number) + moved;
  return now;
}

/** Where a block stands: the offset and line of its first character. */
export interface BlockPlace {
  readonly block: Block;
  readonly offset: number;
  readonly line: number;
}

/**
 * The blocks of a document in order. Finding a block by offset or line, finding a block's place, and replacing some
 * blocks by others cost about the square root of the number of blocks, with a small constant: 100,000 blocks are some
 * four hundred chunks.
 */
export class BlockSequence implements Iterable<Block> {
  #chunks: Chunk[];

  constructor(blocks: readonly Block[]) {
    this.#chunks = chunksOf(blocks);
  }

  get chars(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.chars, 0);
  }

  get lineEnds(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.lineEnds, 0);
  }

  get count(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.blocks.length, 0);
  }

  *[Symbol.iterator](): IterableIterator<Block> {
    for (const chunk of this.#chunks) yield* chunk.blocks;
  }

  /** All blocks in order, as a list of its own. */
  list(): Block[] {
    return ([] as Block[]).concat(...this.#chunks.map(({ blocks }) => blocks));
  }

  first(): Block | undefined {
    return this.#chunks[0]?.blocks[0];
  }

  last(): Block | undefined {
    return this.#chunks.at(-1)?.blocks.at(-1);
  }

  /** The block that holds the character at an offset; at the document's end the last block. Undefined where there is none. */
  atOffset(offset: number): BlockPlace | undefined {
    return this.#find(
      offset,
      ({ chars }) => chars,
      ({ offsets }) => offsets,
    );
  }

  /** The block in which a line begins; for lines after the last the last block. */
  atLine(line: number): BlockPlace | undefined {
    return this.#find(
      line,
      ({ lineEnds }) => lineEnds,
      ({ lines }) => lines,
    );
  }

  /** The first block that ends behind a place, else the last. */
  #find(
    target: number,
    sizeOf: (chunk: Chunk) => number,
    startsOf: (chunk: Chunk) => readonly number[],
  ): BlockPlace | undefined {
    let rest = target;
    let offset = 0;
    let line = 0;
    for (let i = 0; i < this.#chunks.length; i++) {
      const chunk = this.#chunks[i] as Chunk;
      const size = sizeOf(chunk);
      if (rest >= size && i < this.#chunks.length - 1) {
        rest -= size;
        offset += chunk.chars;
        line += chunk.lineEnds;
        continue;
      }
      const starts = startsOf(chunk);
      let low = 0;
      let high = chunk.blocks.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle + 1] as number) > rest) high = middle;
        else low = middle + 1;
      }
      return placeIn(chunk, low, offset, line);
    }
    return undefined;
  }

  /** Where a block of this sequence stands. */
  placeOf(block: Block): BlockPlace {
    let offset = 0;
    let line = 0;
    for (const chunk of this.#chunks) {
      if (chunk === block.chunk) return placeIn(chunk, chunk.blocks.indexOf(block), offset, line);
      offset += chunk.chars;
      line += chunk.lineEnds;
    }
    throw new Error('a block of another sequence');
  }

  /** Where some blocks of this sequence stand, in order, each once. Costs the chunks and those blocks. */
  placesOf(blocks: Iterable<Block>): BlockPlace[] {
    const wanted = new Map<Chunk, number[]>();
    for (const block of new Set(blocks)) {
      const chunk = block.chunk as Chunk;
      const index = chunk.blocks.indexOf(block);
      const own = wanted.get(chunk);
      if (own) own.push(index);
      else wanted.set(chunk, [index]);
    }
    const places: BlockPlace[] = [];
    let offset = 0;
    let line = 0;
    for (const chunk of this.#chunks) {
      const own = wanted.get(chunk)?.sort((a, b) => a - b) ?? [];
      for (const index of own) places.push(placeIn(chunk, index, offset, line));
      offset += chunk.chars;
      line += chunk.lineEnds;
    }
    return places;
  }

  next(block: Block): Block | undefined {
    return this.#beside(block, 1);
  }

  previous(block: Block): Block | undefined {
    return this.#beside(block, -1);
  }

  #beside(block: Block, step: 1 | -1): Block | undefined {
    const chunk = block.chunk as Chunk;
    const beside = chunk.blocks[chunk.blocks.indexOf(block) + step];
    if (beside) return beside;
    const blocks = this.#chunks[this.#chunks.indexOf(chunk) + step]?.blocks;
    return step > 0 ? blocks?.[0] : blocks?.at(-1);
  }

  /** Puts `added` in the place of `removed`, which stand side by side; where `removed` is empty, at the document's start. */
  replace(removed: readonly Block[], added: readonly Block[]): void {
    const first = removed[0]?.chunk ?? this.#chunks[0];
    if (!first) {
      this.#chunks = chunksOf(added);
      return;
    }
    const at = removed[0] ? first.blocks.indexOf(removed[0]) : 0;
    const index = this.#chunks.indexOf(first);
    let left = removed.length - first.replace(at, removed.length, added).length;
    for (let i = index + 1; left > 0; i++) left -= (this.#chunks[i] as Chunk).replace(0, left, []).length;
    this.#tidy(index);
  }

  /** Cuts a chunk that is too full, and takes it out where it is empty, and the empty ones behind it. */
  #tidy(index: number): void {
    const { blocks } = this.#chunks[index] as Chunk;
    let behind = index + 1;
    while (this.#chunks[behind]?.blocks.length === 0) behind++;
    if (blocks.length > 0 && blocks.length <= FULL && behind === index + 1) return;
    const chunks =
      blocks.length > FULL ? chunksOf(blocks) : this.#chunks.slice(index, index + Math.min(1, blocks.length));
    this.#chunks = this.#chunks.slice(0, index).concat(chunks, this.#chunks.slice(behind));
  }
}

/** Where a block of a chunk stands that begins at an offset and a line. */
function placeIn(chunk: Chunk, index: number, offset: number, line: number): BlockPlace {
  return {
    block: chunk.blocks[index] as Block,
    offset: offset + (chunk.offsets[index] as number),
    line: line + (chunk.lines[index] as number),
  };
}

function chunksOf(blocks: readonly Block[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < blocks.length; i += FULL / 2) chunks.push(new Chunk(blocks.slice(i, i + FULL / 2)));
  return chunks;
}

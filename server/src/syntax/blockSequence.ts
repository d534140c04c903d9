import type { Block } from './blocks.ts';

/** The largest number of blocks in one chunk; a fuller one is cut in two. */
const FULL = 256;

/** Neighbouring blocks with their sums, so that a place is found without passing over every block. */
export class Chunk {
  blocks: Block[];
  chars = 0;
  lineEnds = 0;
  /** Where each block stands within the chunk; made when somebody asks, until a block comes or goes. */
  #places: ReadonlyMap<Block, BlockPlace> | undefined;

  constructor(blocks: Block[]) {
    this.blocks = blocks;
    for (const block of blocks) this.add(block);
  }

  add(block: Block): void {
    block.chunk = this;
    this.#places = undefined;
    this.chars += block.text.length;
    this.lineEnds += block.lineEnds;
  }

  remove(block: Block): void {
    block.chunk = undefined;
    this.#places = undefined;
    this.chars -= block.text.length;
    this.lineEnds -= block.lineEnds;
  }

  /** Where some of its blocks stand within it, in order. */
  placesOf(blocks: Iterable<Block>): BlockPlace[] {
    const places: BlockPlace[] = [];
    for (const block of blocks) places.push((this.#places ?? this.#findPlaces()).get(block) as BlockPlace);
    return places.sort((a, b) => a.offset - b.offset);
  }

  #findPlaces(): ReadonlyMap<Block, BlockPlace> {
    const places = new Map<Block, BlockPlace>();
    let offset = 0;
    let line = 0;
    for (const block of this.blocks) {
      places.set(block, { block, offset, line });
      offset += block.text.length;
      line += block.lineEnds;
    }
    this.#places = places;
    return places;
  }
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
      (sums) => sums.chars,
      (block) => block.text.length,
    );
  }

  /** The block in which a line begins; for lines after the last the last block. */
  atLine(line: number): BlockPlace | undefined {
    return this.#find(
      line,
      (sums) => sums.lineEnds,
      (block) => block.lineEnds,
    );
  }

  #find(target: number, ofChunk: (chunk: Chunk) => number, ofBlock: (block: Block) => number): BlockPlace | undefined {
    let rest = target;
    let offset = 0;
    let line = 0;
    for (let i = 0; i < this.#chunks.length; i++) {
      const chunk = this.#chunks[i] as Chunk;
      const size = ofChunk(chunk);
      if (rest >= size && i < this.#chunks.length - 1) {
        rest -= size;
        offset += chunk.chars;
        line += chunk.lineEnds;
        continue;
      }
      const last = chunk.blocks.length - 1;
      for (let j = 0; j <= last; j++) {
        const block = chunk.blocks[j] as Block;
        const length = ofBlock(block);
        if (rest < length || j === last) return { block, offset, line };
        rest -= length;
        offset += block.text.length;
        line += block.lineEnds;
      }
    }
    return undefined;
  }

  /** Where a block of this sequence stands. */
  placeOf(block: Block): BlockPlace {
    let offset = 0;
    let line = 0;
    for (const chunk of this.#chunks) {
      if (chunk !== block.chunk) {
        offset += chunk.chars;
        line += chunk.lineEnds;
        continue;
      }
      for (const before of chunk.blocks) {
        if (before === block) return { block, offset, line };
        offset += before.text.length;
        line += before.lineEnds;
      }
    }
    throw new Error('a block of another sequence');
  }

  /** Where some blocks of this sequence stand, in order, each once. Costs the chunks and those blocks. */
  placesOf(blocks: Iterable<Block>): BlockPlace[] {
    const wanted = new Map<Chunk, Set<Block>>();
    for (const block of blocks) {
      const chunk = block.chunk as Chunk;
      const own = wanted.get(chunk);
      if (own) own.add(block);
      else wanted.set(chunk, new Set([block]));
    }
    const places: BlockPlace[] = [];
    let offset = 0;
    let line = 0;
    for (const chunk of this.#chunks) {
      for (const place of chunk.placesOf(wanted.get(chunk) ?? [])) {
        places.push({ block: place.block, offset: offset + place.offset, line: line + place.line });
      }
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
    let left = removed.length;
    for (let i = index; left > 0; i++) {
      const chunk = this.#chunks[i] as Chunk;
      const gone = chunk.blocks.splice(chunk === first ? at : 0, left);
      for (const block of gone) chunk.remove(block);
      left -= gone.length;
    }
    first.blocks = first.blocks.slice(0, at).concat(added, first.blocks.slice(at));
    for (const block of added) first.add(block);
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

function chunksOf(blocks: readonly Block[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < blocks.length; i += FULL / 2) chunks.push(new Chunk(blocks.slice(i, i + FULL / 2)));
  return chunks;
}

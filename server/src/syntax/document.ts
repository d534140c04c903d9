import { type BlockPlace, BlockSequence } from './blockSequence.ts';
import { type Block, splitBlocks, startsBlock } from './blocks.ts';
import { LineScanner } from './lines.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What an edit did to the blocks: `removed` gave way to `added` in the same place. Blocks that kept their text are in neither. */
export interface BlockChange {
  readonly removed: readonly Block[];
  readonly added: readonly Block[];
  /** The blocks beside the change, which stayed. */
  readonly before: Block | undefined;
  readonly after: Block | undefined;
}

export interface LineAndCharacter {
  readonly line: number;
  readonly character: number;
}

/**
 * A text as a sequence of blocks. An edit reads again only the blocks it touches (and a neighbour where two join);
 * whatever the edits, the blocks are those of a fresh read of the whole text.
 */
export class BlockDocument {
  readonly vocabulary: Vocabulary;
  readonly blocks: BlockSequence;

  constructor(text: string, vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.blocks = new BlockSequence(splitBlocks(text, vocabulary));
  }

  get text(): string {
    let text = '';
    for (const block of this.blocks) text += block.text;
    return text;
  }

  get length(): number {
    return this.blocks.chars;
  }

  get lineCount(): number {
    return this.blocks.lineEnds + 1;
  }

  /** The text between two offsets. */
  slice(start: number, end: number): string {
    let place = this.blocks.atOffset(start);
    let out = '';
    while (place && place.offset < end) {
      const { block, offset, line }: BlockPlace = place;
      out += block.text.slice(Math.max(0, start - offset), end - offset);
      const next = this.blocks.next(block);
      place = next && { block: next, offset: offset + block.text.length, line: line + block.lineEnds };
    }
    return out;
  }

  /** The offset of a line and character; clipped to the line's end (before its line end) and the document's. */
  offsetAt(position: LineAndCharacter): number {
    if (position.line < 0) return 0;
    const place = this.blocks.atLine(position.line);
    if (!place) return 0;
    const lines = new LineScanner(place.block.text);
    let line = place.line;
    while (lines.advance()) {
      if (line === position.line) {
        return place.offset + Math.min(lines.start + Math.max(0, position.character), lines.end);
      }
      line++;
    }
    return place.offset + place.block.text.length;
  }

  /** The line and character of an offset; clipped to the document. */
  positionAt(offset: number): LineAndCharacter {
    const place = this.blocks.atOffset(Math.max(0, Math.min(offset, this.length)));
    if (!place) return { line: 0, character: 0 };
    const { line, character } = positionIn(place.block.text, offset - place.offset);
    return { line: place.line + line, character };
  }

  /** Replaces the text between two offsets and says which blocks changed. */
  edit(start: number, end: number, replacement: string): BlockChange {
    const first = this.blocks.atOffset(start);
    if (!first) {
      const added = splitBlocks(replacement, this.vocabulary);
      this.blocks.replace([], added);
      return { removed: [], added, before: undefined, after: undefined };
    }
    const removed: Block[] = [first.block];
    let text = first.block.text;
    let next = this.blocks.next(first.block);
    const takeNext = () => {
      const block = next as Block;
      removed.push(block);
      text += block.text;
      next = this.blocks.next(block);
    };
    while (first.offset + text.length < end && next) takeNext();
    text = text.slice(0, start - first.offset) + replacement + text.slice(end - first.offset);

    // Behind: a block begins after a line end, and softly only outside a goal.
    while (next && (!endsLine(text, next.text) || next.soft)) takeNext();

    // Before: what no longer begins a block belongs to the block before it.
    let previous = this.blocks.previous(first.block);
    while (previous && joins(previous.text, text, this.vocabulary)) {
      removed.unshift(previous);
      text = previous.text + text;
      previous = this.blocks.previous(previous);
    }

    const added = splitBlocks(text, this.vocabulary);
    keepSame(removed, added);
    const before = this.blocks.previous(removed[0] as Block);
    const after = this.blocks.next(removed.at(-1) as Block);
    this.blocks.replace(removed, added);
    return { removed, added, before, after };
  }
}

function endsLine(text: string, next: string): boolean {
  if (text.length === 0) return true;
  const last = text.charCodeAt(text.length - 1);
  return last === 0x0a || (last === 0x0d && next.charCodeAt(0) !== 0x0a);
}

function joins(previous: string, text: string, vocabulary: Vocabulary): boolean {
  return text.length > 0 && (!endsLine(previous, text) || startsBlock(text, vocabulary) !== 'yes');
}

/** Takes blocks that were read again to the same end out of both lists, from the front and from the back. */
function keepSame(removed: Block[], added: Block[]): void {
  const same = (a: Block | undefined, b: Block | undefined) =>
    a !== undefined && b !== undefined && a.kind === b.kind && a.soft === b.soft && a.text === b.text;
  while (removed.length > 1 && same(removed[0], added[0])) {
    removed.shift();
    added.shift();
  }
  while (removed.length > 1 && same(removed.at(-1), added.at(-1))) {
    removed.pop();
    added.pop();
  }
}

/** The line and character of an offset within a text, lines counted from 0. */
export function positionIn(text: string, offset: number): LineAndCharacter {
  const lines = new LineScanner(text);
  let line = 0;
  let start = 0;
  while (lines.advance() && lines.next <= offset && lines.next > lines.end) {
    line++;
    start = lines.next;
  }
  return { line, character: offset - start };
}

import { type BlockPlace, BlockSequence } from './blockSequence.ts';
import { type Block, NO_GOAL, splitBlocks, startsBlock } from './blocks.ts';
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
    const clipped = Math.max(0, Math.min(offset, this.length));
    const place = this.blocks.atOffset(clipped);
    if (!place) return { line: 0, character: 0 };
    const { line, character } = positionIn(place.block.text, clipped - place.offset);
    return { line: place.line + line, character };
  }

  /** Replaces the text between two offsets, clipped to the document, and says which blocks changed. */
  edit(one: number, other: number, replacement: string): BlockChange {
    const start = Math.max(0, Math.min(one, other));
    const end = Math.max(one, other);
    const first = this.blocks.atOffset(start);
    if (!first) {
      const added = splitBlocks(replacement, this.vocabulary);
      this.blocks.replace([], added);
      return { removed: [], added, before: undefined, after: undefined };
    }
    const { vocabulary } = this;
    const removed: Block[] = [first.block];
    let last = first.block;
    let lastOffset = first.offset;
    let next = this.blocks.next(last);
    const takeNext = () => {
      lastOffset += last.text.length;
      last = next as Block;
      removed.push(last);
      next = this.blocks.next(last);
    };
    while (lastOffset + last.text.length < end && next) takeNext();
    let text = first.block.text.slice(0, start - first.offset) + replacement + last.text.slice(end - lastOffset);

    // A block begins after a line end, and softly only outside a goal.
    if (next && !endsLine(text, next.text)) {
      text += next.text;
      takeNext();
    }
    const previous = this.blocks.previous(first.block);
    const read = () => {
      const joined = text.length > 0 && previous && !standsAfter(previous, text, vocabulary) ? previous : undefined;
      return { joined, added: splitBlocks((joined?.text ?? '') + text, vocabulary) };
    };
    let { joined, added } = read();
    let endsIn = (added.at(-1) ?? previous)?.endsIn ?? NO_GOAL;
    if (next?.soft && endsIn !== NO_GOAL) {
      while (next?.soft && endsIn !== NO_GOAL) {
        endsIn = (splitBlocks(next.text, vocabulary, endsIn).at(-1) as Block).endsIn;
        text += next.text;
        takeNext();
      }
      ({ joined, added } = read());
    }
    const change = changed(joined ? [joined, ...removed] : removed, added);
    const before = this.blocks.previous(change.removed[0] as Block);
    const after = this.blocks.next(change.removed.at(-1) as Block);
    this.blocks.replace(change.removed, change.added);
    return { ...change, before, after };
  }
}

function endsLine(text: string, next: string): boolean {
  if (text.length === 0) return true;
  const last = text.charCodeAt(text.length - 1);
  return last === 0x0a || (last === 0x0d && next.charCodeAt(0) !== 0x0a);
}

/** Whether a text that follows a block begins a block of its own. */
function standsAfter(block: Block, text: string, vocabulary: Vocabulary): boolean {
  if (!endsLine(block.text, text)) return false;
  const start = startsBlock(text, vocabulary);
  return start === 'yes' || (start === 'soft' && block.endsIn === NO_GOAL);
}

/** Leaves out, at the front and the back, the blocks that were read again to the same end; one is always replaced. */
function changed(removed: readonly Block[], added: readonly Block[]): { removed: Block[]; added: Block[] } {
  const most = Math.min(removed.length - 1, added.length);
  let front = 0;
  while (front < most && isSame(removed[front], added[front])) front++;
  let back = 0;
  while (front + back < most && isSame(removed.at(-1 - back), added.at(-1 - back))) back++;
  return { removed: removed.slice(front, removed.length - back), added: added.slice(front, added.length - back) };
}

function isSame(a: Block | undefined, b: Block | undefined): boolean {
  return a?.kind === b?.kind && a?.soft === b?.soft && a?.text === b?.text;
}

/** The line and character of an offset within a text, lines counted from 0; within a line end the line's end. */
export function positionIn(text: string, offset: number): LineAndCharacter {
  const lines = new LineScanner(text);
  let line = 0;
  while (lines.advance()) {
    const isLast = lines.next === lines.end;
    if (offset < lines.next || isLast) return { line, character: Math.min(offset, lines.end) - lines.start };
    line++;
  }
  return { line, character: 0 };
}

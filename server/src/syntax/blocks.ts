import type { Chunk } from './blockSequence.ts';
import { blockStart, endsGoal, matchLine } from './labels.ts';
import { countLineEnds, LineScanner, skipSpaces } from './lines.ts';
import type { BlockKind } from './nodes.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * One row of the table as text: from its first label to the next row's. A block never changes; an edit makes new ones.
 * What upper floors have found out about a block dies with it.
 */
export class Block {
  readonly kind: BlockKind;
  readonly text: string;
  readonly lineEnds: number;
  /** Its first line begins a block only as long as the block before it does not end in a goal. */
  readonly soft: boolean;
  /** Where it stands in its sequence; kept by the sequence. */
  chunk: Chunk | undefined = undefined;
  /** What upper floors keep about it; kept by the floor above. */
  facts: object | undefined = undefined;

  constructor(kind: BlockKind, text: string, soft: boolean) {
    this.kind = kind;
    this.text = text;
    this.lineEnds = countLineEnds(text);
    this.soft = soft;
  }
}

/**
 * Splits a text into blocks. A block's start is told from its line alone, but for a soft start, which depends on
 * whether the lines since the last start end in a goal. Text before the first start is a block of kind `head`.
 * The blocks' texts together are the text.
 */
export function splitBlocks(text: string, vocabulary: Vocabulary): Block[] {
  const blocks: Block[] = [];
  const lines = new LineScanner(text);
  let kind: BlockKind = 'head';
  let soft = false;
  let from = 0;
  let goal = -1;
  while (lines.advance()) {
    const first = skipSpaces(text, lines.start, lines.end);
    const match = matchLine(text, first, lines.end, vocabulary);
    if (!match) continue;
    if (goal >= 0) {
      if (!endsGoal(match, text, lines.end, goal)) continue;
      goal = -1;
    }
    const start = blockStart(match, text, lines.end);
    if (start) {
      if (lines.start > from) blocks.push(new Block(kind, text.slice(from, lines.start), soft));
      kind = start.kind;
      soft = start.soft;
      from = lines.start;
    } else if (match.meaning.role === 'goal') {
      goal = match.meaning.index;
    }
  }
  if (text.length > from) blocks.push(new Block(kind, text.slice(from), soft));
  return blocks;
}

/** Whether a text's first line may begin a block, and whether softly. */
export function startsBlock(text: string, vocabulary: Vocabulary): 'no' | 'soft' | 'yes' {
  const lines = new LineScanner(text, 0, text.length);
  if (!lines.advance()) return 'no';
  const match = matchLine(text, skipSpaces(text, 0, lines.end), lines.end, vocabulary);
  const start = match && blockStart(match, text, lines.end);
  if (!start) return 'no';
  return start.soft ? 'soft' : 'yes';
}

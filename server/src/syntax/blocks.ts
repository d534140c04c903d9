import type { Chunk } from './blockSequence.ts';
import { isLineEnd } from './characters.ts';
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
  /** The goal that its text ends in, as the profile's index, or `NO_GOAL`. */
  readonly endsIn: number;
  /** Where it stands in its sequence; kept by the sequence. */
  chunk: Chunk | undefined = undefined;
  /** What upper floors keep about it; kept by the floor above. */
  facts: object | undefined = undefined;

  constructor(kind: BlockKind, text: string, soft: boolean, endsIn: number) {
    this.kind = kind;
    this.text = text;
    this.lineEnds = countLineEnds(text);
    this.soft = soft;
    this.endsIn = endsIn;
  }
}

/** No goal is being read. */
export const NO_GOAL = -1;

/**
 * Splits a text into blocks. A block's start is told from its line alone, but for a soft start, which depends on
 * whether the lines since the last start end in a goal. Text before the first start is a block of kind `head`.
 * The blocks' texts together are the text.
 * @param goal the goal in which the text begins, if it is not a whole document's
 */
export function splitBlocks(text: string, vocabulary: Vocabulary, goal = NO_GOAL): Block[] {
  const blocks: Block[] = [];
  const lines = new LineScanner(text);
  let kind: BlockKind = 'head';
  let soft = false;
  let from = 0;
  let inGoal = goal;
  while (lines.advance()) {
    const first = skipSpaces(text, lines.start, lines.end);
    const match = matchLine(text, first, lines.end, vocabulary);
    if (!match || (inGoal !== NO_GOAL && !endsGoal(match, text, lines.end, inGoal))) continue;
    const start = blockStart(match, text, lines.end);
    if (start) {
      if (lines.start > from) blocks.push(new Block(kind, text.slice(from, lines.start), soft, inGoal));
      kind = start.kind;
      soft = start.soft;
      from = lines.start;
    }
    inGoal = match.meaning.role === 'goal' ? match.meaning.index : NO_GOAL;
  }
  if (text.length > from) blocks.push(new Block(kind, text.slice(from), soft, inGoal));
  return blocks;
}

/** Whether a text's first line may begin a block, and whether softly. */
export function startsBlock(text: string, vocabulary: Vocabulary): 'no' | 'soft' | 'yes' {
  let end = 0;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  const match = matchLine(text, skipSpaces(text, 0, end), end, vocabulary);
  const start = match && blockStart(match, text, end);
  if (!start) return 'no';
  return start.soft ? 'soft' : 'yes';
}

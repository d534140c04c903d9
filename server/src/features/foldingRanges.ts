import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Block } from '../syntax/blocks.ts';
import { fold } from '../syntax/characters.ts';
import { parseBlock } from '../syntax/parseBlock.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { type BlockLine, BlockLines } from './blockLines.ts';
import { PerBlock } from './perBlock.ts';

/** What one block has to do with folds; lines count from the block's first. */
interface BlockFolds {
  /** Goals, indicators together and each, and comments. */
  readonly folds: readonly FoldingRange[];
  /** Where regions start and end, in order. */
  readonly regionMarks: readonly { readonly line: number; readonly isEnd: boolean }[];
  /** Its last own line where another block follows, and where none does. */
  readonly lastLine: number;
  readonly lastLineAtEnd: number;
}

const blockFolds = new PerBlock<BlockFolds>();

/**
 * What can be folded: units with all their projects, projects, their goals and indicators, an indicator and comments of
 * more than one line, and what stands between `// #region` and `// #endregion`. Blank lines at an end are left out, and so is a
 * comment that stands right above the next row, with a blank line before it: it speaks of that row.
 * @param most so many at most, the outer ones before those in them
 */
export function foldingRanges(document: TableDocument, most = Number.POSITIVE_INFINITY): FoldingRange[] {
  const { blocks, vocabulary } = document.blocks;
  const given = [vocabulary];
  const all = new Folds();
  const regions: number[] = [];
  let unit: { readonly start: number; end: number } | undefined;
  const endUnit = () => {
    if (unit) all.add(unit.start, unit.end);
  };
  const lastBlock = blocks.last();
  let line = 0;
  for (const block of blocks) {
    const own = blockFolds.get(block, given, () => readFolds(block, vocabulary));
    const end = line + (block === lastBlock ? own.lastLineAtEnd : own.lastLine);
    for (const { startLine, endLine, kind } of own.folds) all.add(line + startLine, line + endLine, kind);
    for (const mark of own.regionMarks) {
      const start = mark.isEnd ? regions.pop() : undefined;
      if (!mark.isEnd) regions.push(line + mark.line);
      else if (start !== undefined) all.add(start, line + mark.line, FoldingRangeKind.Region);
    }
    if (block.kind === 'unit') {
      endUnit();
      unit = { start: line, end };
    } else if (block.kind === 'project') {
      if (unit) unit.end = end;
      all.add(line, end);
    }
    line += block.lineEnds;
  }
  endUnit();
  return outermost(all.inOrder(), most);
}

class Folds {
  readonly ranges: FoldingRange[] = [];

  add(startLine: number, endLine: number, kind?: FoldingRangeKind): void {
    if (endLine > startLine) this.ranges.push({ startLine, endLine, ...(kind && { kind }) });
  }

  /** By their first lines, what holds others before them. */
  inOrder(): FoldingRange[] {
    return this.ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  }
}

/** Of too many ranges those that lie in the fewest others, of such that lie equally deep the first. */
function outermost(ranges: FoldingRange[], most: number): FoldingRange[] {
  if (ranges.length <= most) return ranges;
  /** The last lines of those that a range lies in. */
  const around: number[] = [];
  const depths = ranges.map(({ endLine }) => {
    while ((around.at(-1) ?? endLine) < endLine) around.pop();
    return around.push(endLine) - 1;
  });
  const counts: number[] = [];
  for (const depth of depths) counts[depth] = (counts[depth] ?? 0) + 1;
  let left = most;
  let deepest = 0;
  while ((counts[deepest] ?? 0) <= left) left -= counts[deepest++] ?? 0;
  return ranges.filter((_, i) => {
    const depth = depths[i] as number;
    return depth < deepest || (depth === deepest && left-- > 0);
  });
}

function readFolds({ kind, text }: Block, vocabulary: Vocabulary): BlockFolds {
  const lines = new BlockLines(text);
  const folds = new Folds();
  const regionMarks = readComments(text, lines, folds);
  for (const part of kind === 'project' ? parseBlock(kind, text, vocabulary).parts : []) {
    if (part.type !== 'goal' && part.type !== 'indicators') continue;
    const last = part.type === 'goal' ? part : (part.items.findLast((item) => item.type !== 'comment') ?? part.label);
    const first = lines.indexAt(part.start);
    folds.add(first, lines.indexAt(last.end));
    for (const item of part.type === 'indicators' ? part.items : []) {
      const line = lines.indexAt(item.start);
      // One that begins beside the label would be the fold of the whole field again.
      if (item.type === 'indicator' && line > first) folds.add(line, lines.indexAt(item.end));
    }
  }
  return {
    folds: folds.ranges,
    regionMarks,
    lastLine: lastOwnLine(lines, false),
    lastLineAtEnd: lastOwnLine(lines, true),
  };
}

/** The last line that belongs to the block itself: not the blank lines behind it, nor a comment that speaks of the next. */
function lastOwnLine({ lines }: BlockLines, atEnd: boolean): number {
  let last = lines.length - 1;
  const kindOf = (index: number) => lines[index]?.kind;
  if (!atEnd && kindOf(last) === 'comment') {
    let above = last;
    while (kindOf(above) === 'comment') above--;
    if (kindOf(above) === 'blank') last = above;
  }
  while (kindOf(last) === 'blank') last--;
  return last;
}

const REGION = /^\/\/\s*#(end)?region\b/;

/** Adds the runs of comment lines to the folds; gives the comments that mark regions. */
function readComments(text: string, { lines }: BlockLines, folds: Folds): BlockFolds['regionMarks'] {
  const marks: { line: number; isEnd: boolean }[] = [];
  let run = -1;
  const endRun = (end: number) => {
    if (run >= 0) folds.add(run, end - 1, FoldingRangeKind.Comment);
    run = -1;
  };
  lines.forEach((line, i) => {
    const region = line.kind === 'comment' ? REGION.exec(folded(text, line)) : null;
    if (line.kind !== 'comment' || region) endRun(i);
    else if (run < 0) run = i;
    if (region) marks.push({ line: i, isEnd: region[1] !== undefined });
  });
  endRun(lines.length);
  return marks;
}

/** How a comment begins, in half width. */
function folded(text: string, { first, end }: BlockLine): string {
  return [...text.slice(first, Math.min(end, first + 32))]
    .map((character) => String.fromCharCode(fold(character.charCodeAt(0))))
    .join('');
}

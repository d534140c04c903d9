import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { fold } from '../syntax/characters.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { type BlockLine, type BlockLines, blockLinesOf } from './blockLines.ts';

/**
 * What can be folded: units with all their projects, projects, their goals and indicators, comments of more than one
 * line, and what stands between `// #region` and `// #endregion`. Blank lines at an end are left out, and so is a
 * comment that stands right above the next row, with a blank line before it: it speaks of that row.
 */
export function foldingRanges(document: TableDocument): FoldingRange[] {
  const folds = new Folds();
  const regions: number[] = [];
  let unit: { readonly start: number; end: number } | undefined;
  const endUnit = () => {
    if (unit) folds.add(unit.start, unit.end);
  };
  const all = [...blockLinesOf(document)];
  all.forEach((block, i) => {
    const { line, block: row } = block.place;
    const end = line + lastOwnLine(block, i === all.length - 1);
    foldComments(block, folds, regions);
    if (row.kind === 'unit') {
      endUnit();
      unit = { start: line, end };
    }
    if (row.kind !== 'project') return;
    if (unit) unit.end = end;
    folds.add(line, end);
    for (const part of document.row(row).tree.parts) {
      if (part.type !== 'goal' && part.type !== 'indicators') continue;
      const last = part.type === 'goal' ? part : (part.items.findLast((item) => item.type !== 'comment') ?? part.label);
      folds.add(line + block.indexAt(part.start), line + block.indexAt(last.end));
    }
  });
  endUnit();
  return folds.inOrder();
}

class Folds {
  readonly #ranges: FoldingRange[] = [];

  add(startLine: number, endLine: number, kind?: FoldingRangeKind): void {
    if (endLine > startLine) this.#ranges.push({ startLine, endLine, ...(kind && { kind }) });
  }

  /** By their first lines, what holds others before them. */
  inOrder(): FoldingRange[] {
    return this.#ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  }
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

/** Runs of comment lines, and the regions that comments mark; `regions` are those that are open. */
function foldComments({ place, lines }: BlockLines, folds: Folds, regions: number[]): void {
  let run = -1;
  const endRun = (end: number) => {
    if (run >= 0) folds.add(place.line + run, place.line + end - 1, FoldingRangeKind.Comment);
    run = -1;
  };
  lines.forEach((line, i) => {
    const region = line.kind === 'comment' ? REGION.exec(folded(place.block.text, line)) : null;
    if (line.kind !== 'comment' || region) endRun(i);
    else if (run < 0) run = i;
    if (region && !region[1]) regions.push(place.line + i);
    else if (region) {
      const start = regions.pop();
      if (start !== undefined) folds.add(start, place.line + i, FoldingRangeKind.Region);
    }
  });
  endRun(lines.length);
}

/** How a comment begins, in half width. */
function folded(text: string, { first, end }: BlockLine): string {
  return [...text.slice(first, Math.min(end, first + 32))]
    .map((character) => String.fromCharCode(fold(character.charCodeAt(0))))
    .join('');
}

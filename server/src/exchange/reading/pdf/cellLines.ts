import { type Line, linesOf, lineText, type Text } from './texts.ts';

/** A line that begins an item of a list. */
const ITEM = /^[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．](?!\d)/;
const IS_WORD = /[\p{L}\p{N}]/u;
const IS_HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * The lines of a cell. Where a line was only full, the next goes on from it: what a person wrote as one line is one.
 * A line was full if the next one's first letter had no place behind it.
 */
export function cellLines(texts: readonly Text[], width: number): string[] {
  const lines: string[] = [];
  const all = linesOf(texts);
  for (const [i, line] of all.entries()) {
    const text = lineText(line);
    const before = all[i - 1];
    const last = lines.at(-1);
    if (before && last !== undefined && isFull(before, width) && !ITEM.test(text)) {
      lines[lines.length - 1] = last + between(last, text) + text;
    } else lines.push(text);
  }
  return lines;
}

function isFull(line: Line, width: number): boolean {
  const first = line.texts[0] as Text;
  const last = line.texts.at(-1) as Text;
  const PADDING = 6;
  return width - (last.x + last.width - first.x) < PADDING + 1.8 * line.size;
}

function between(before: string, after: string): string {
  const end = before.at(-1) ?? '';
  const start = after[0] ?? '';
  return IS_WORD.test(end) &&
    IS_WORD.test(start) &&
    !IS_HAN.test(end) &&
    !IS_HAN.test(start) &&
    !isNumberCut(end, start)
    ? ' '
    : '';
}

/** A number in a narrow cell is cut where the cell ends. */
function isNumberCut(end: string, start: string): boolean {
  return /\d/.test(end) && /\d/.test(start);
}

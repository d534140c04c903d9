import { isLineEnd } from '../syntax/characters.ts';
import type { Indicator, Span } from '../syntax/nodes.ts';
import type { TextEdit } from './rule.ts';

const BYTE_ORDER_MARK = 0xfeff;

/** A text once edits are made in it; they do not overlap. What is put in where another begins goes before it. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let out = text;
  for (const { start, end, text: put } of inOrder(edits).reverse()) out = out.slice(0, start) + put + out.slice(end);
  return out;
}

export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where a document's text begins: a mark of byte order stays in front. */
export function textStart(text: string): number {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
}

/** The offset at which the line that holds an offset starts. */
export function lineStart(text: string, offset: number): number {
  // From before the start `lastIndexOf` still looks at the first character.
  if (offset === 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The offset at which the line that holds an offset ends, before its line end. */
export function lineEndFrom(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** The offset at which the line after the one that holds an offset starts, or the text's end. */
export function nextLineStart(text: string, offset: number): number {
  for (let i = offset; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) return i + 1;
    if (code === 0x0d) return text.charCodeAt(i + 1) === 0x0a ? i + 2 : i + 1;
  }
  return text.length;
}

/** The line end that a text uses. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** The spaces that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t\u3000]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** A new line above the one that holds an offset, indented like it. */
export function lineAbove(text: string, offset: number, line: string): TextEdit {
  const start = lineStart(text, offset);
  return { start, end: start, text: `${indentAt(text, offset)}${line}${lineEndOf(text)}` };
}

/** A new line behind an offset at which a line ends, indented like the one that holds another. */
export function lineBehind(text: string, end: number, like: number, line: string): TextEdit {
  return { start: end, end, text: `${lineEndOf(text)}${indentAt(text, like)}${line}` };
}

/** Makes the lines of a span comments. */
export function commentOut(text: string, span: Span): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = span.start; at < span.end; ) {
    const first = at + (/^\s*/.exec(text.slice(at, span.end))?.[0].length ?? 0);
    if (first < span.end && !text.startsWith('//', first)) edits.push({ start: first, end: first, text: '// ' });
    at = nextLineStart(text, first);
  }
  return edits;
}

/** Takes a range out, but for the comments in it, which stay on lines of their own. */
export function removeAround(text: string, range: Span, inserts: readonly Span[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let { start } = range;
  for (const insert of inserts) {
    if (insert.start < range.start || insert.end > range.end) continue;
    edits.push({ start, end: Math.max(start, lineEndBefore(text, lineStart(text, insert.start))), text: '' });
    start = nextLineStart(text, insert.end);
  }
  edits.push({ start, end: range.end, text: '' });
  return edits.filter((edit) => edit.end > edit.start);
}

/** Where the line end before a line's start begins. */
export function lineEndBefore(text: string, start: number): number {
  return start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
}

/** Takes the lines of a span out, but for the comments among them. */
export function removeLines(text: string, { start, end }: Span, inserts: readonly Span[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let from = lineStart(text, start);
  for (const insert of inserts) {
    edits.push({ start: from, end: lineStart(text, insert.start), text: '' });
    from = nextLineStart(text, insert.end);
  }
  edits.push({ start: from, end: nextLineStart(text, end), text: '' });
  return edits.filter((edit) => edit.end > edit.start);
}

/** Takes values of an indicator out, each with the separator before it, so that those that stay keep theirs. */
export function removeValues(text: string, { values, inserts }: Indicator, gone: ReadonlySet<number>): TextEdit[] {
  const firstKept = values.findIndex((_, i) => !gone.has(i));
  return values.flatMap((value, i) => {
    if (!gone.has(i)) return [];
    const next = values[i + 1];
    const before = values[i - 1];
    const range =
      i < firstKept && next
        ? { start: value.start, end: next.start }
        : { start: before?.end ?? value.start, end: value.end };
    return removeAround(text, range, inserts);
  });
}

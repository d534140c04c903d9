import { BACKSLASH, isHan, isLineEnd, isSpace } from './characters.ts';
import type { Span } from './nodes.ts';

/** Whether the character at an offset is escaped: an odd number of `\` stands before it. */
export function isEscaped(text: string, at: number, from = 0): boolean {
  let count = 0;
  while (at - count > from && text.charCodeAt(at - count - 1) === BACKSLASH) count++;
  return count % 2 === 1;
}

/** Takes the escapes out: `\;` → `;`. A `\` before a line end or the end of the text is itself. */
export function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replace(/\\([^\r\n])/g, '$1') : text;
}

/** The text of a span that stands on one line. */
export function lineText(text: string, span: Span): string {
  return withoutEscapes(text.slice(span.start, span.end));
}

/**
 * The text of a span that may go over several lines, without the comments and markers among them: a line end reads as
 * nothing between Han characters, else as one space.
 */
export function joinedText(text: string, span: Span, inserts: readonly Span[]): string {
  const raw = text.slice(span.start, span.end);
  if (!raw.includes('\n') && !raw.includes('\r')) return withoutEscapes(raw);
  return linesOf(raw, span.start, inserts).reduce((joined, line) => {
    if (joined === '' || line === '') return joined + line;
    const before = [...joined.slice(-2)].at(-1) as string;
    const after = String.fromCodePoint(line.codePointAt(0) as number);
    return joined + (isHan(before) && isHan(after) ? '' : ' ') + line;
  }, '');
}

/** The text of a span with its line breaks as `\n`, each line without spaces at its ends and without inserts. */
export function linesText(text: string, span: Span, inserts: readonly Span[]): string {
  return linesOf(text.slice(span.start, span.end), span.start, inserts).join('\n');
}

function linesOf(raw: string, from: number, inserts: readonly Span[]): string[] {
  let rest = raw;
  for (const insert of [...inserts].reverse()) {
    const start = insert.start - from;
    if (start >= 0 && insert.end - from <= raw.length) rest = rest.slice(0, start) + rest.slice(insert.end - from);
  }
  return rest
    .split(/\r\n|\r|\n/)
    .map(trimSpaces)
    .filter((line, i, all) => line !== '' || i === 0 || i === all.length - 1)
    .map(withoutEscapes);
}

function trimSpaces(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && isSpace(line.charCodeAt(start))) start++;
  while (end > start && isSpace(line.charCodeAt(end - 1))) end--;
  return line.slice(start, end);
}

/** Whether a span holds anything but spaces and line ends. */
export function isBlank(text: string, span: Span): boolean {
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    if (!isSpace(code) && !isLineEnd(code)) return false;
  }
  return true;
}

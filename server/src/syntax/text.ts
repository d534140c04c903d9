import { BACKSLASH, isHan } from './characters.ts';
import { LineScanner, trim } from './lines.ts';
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
  let joined = '';
  let before = '';
  for (const line of linesIn(text, span, inserts)) {
    if (line === '') continue;
    const after = String.fromCodePoint(line.codePointAt(0) as number);
    joined += (joined === '' || (isHan(before) && isHan(after)) ? '' : ' ') + line;
    before = [...line.slice(-2)].at(-1) as string;
  }
  return joined;
}

/** The text of a span with its line breaks as `\n`, each line without spaces at its ends and without inserts. */
export function linesText(text: string, span: Span, inserts: readonly Span[]): string {
  return linesIn(text, span, inserts).join('\n');
}

/** What the lines of a span say, blank ones and inserts left out. */
function linesIn(text: string, span: Span, inserts: readonly Span[]): string[] {
  let rest = '';
  let from = span.start;
  for (let i = firstFrom(inserts, span.start); i < inserts.length; i++) {
    const insert = inserts[i] as Span;
    if (insert.end > span.end) break;
    rest += text.slice(from, insert.start);
    from = insert.end;
  }
  rest += text.slice(from, span.end);
  return linesOf(rest).map(withoutEscapes);
}

/** A text's lines without the spaces at their ends, blank ones left out. */
export function linesOf(text: string): string[] {
  const lines: string[] = [];
  const scanner = new LineScanner(text);
  while (scanner.advance()) {
    const { start, end } = trim(text, scanner.start, scanner.end);
    if (start < end) lines.push(text.slice(start, end));
  }
  return lines;
}

/** A text without the spaces at its ends. */
export function trimmed(text: string): string {
  const { start, end } = trim(text, 0, text.length);
  return text.slice(start, end);
}

/** Index of the first of some spans in order that starts at an offset or behind it. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Shorter strings are copied by the engine; longer ones are windows into the text that they were cut from. */
const SHORTEST_WINDOW = 13;

/** The same text with memory of its own: it does not keep the document alive that it was cut from. */
export function ownText(text: string): string {
  return text.length < SHORTEST_WINDOW ? text : [text.slice(0, 1), text.slice(1)].join('');
}

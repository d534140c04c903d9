import { fold, isBlankCode, isSpace, SLASH } from './characters.ts';
import type { Span } from './nodes.ts';

/** One line: `start` to `end` without the line end, `next` where the following line starts. */
export interface LineSpan extends Span {
  readonly next: number;
}

/** Goes over the lines between two offsets; `\n`, `\r\n` and a lone `\r` end a line. */
export class LineScanner implements LineSpan {
  start: number;
  end: number;
  next: number;
  readonly #text: string;
  readonly #limit: number;
  #feed: number;
  #return: number;

  constructor(text: string, from = 0, limit: number = text.length) {
    this.#text = text;
    this.#limit = limit;
    this.start = from;
    this.end = from;
    this.next = from;
    this.#feed = find(text, '\n', from, limit);
    this.#return = find(text, '\r', from, limit);
  }

  /** Moves to the next line; false at the end. A text that ends in a line end has no empty line after it. */
  advance(): boolean {
    if (this.next >= this.#limit) return false;
    this.start = this.next;
    const feed = this.#feed;
    const ret = this.#return;
    if (ret < feed) {
      this.end = ret;
      this.next = feed === ret + 1 && feed < this.#limit ? feed + 1 : ret + 1;
      this.#return = find(this.#text, '\r', this.next, this.#limit);
      if (feed < this.next) this.#feed = find(this.#text, '\n', this.next, this.#limit);
    } else {
      this.end = feed;
      this.next = feed < this.#limit ? feed + 1 : feed;
      this.#feed = find(this.#text, '\n', this.next, this.#limit);
    }
    return true;
  }
}

/** `limit` where it is not found before it. */
function find(text: string, mark: string, from: number, limit: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 || at > limit ? limit : at;
}

/** Number of line ends in a text. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) count++;
  for (let i = text.indexOf('\r'); i >= 0; i = text.indexOf('\r', i + 1)) {
    if (text.charCodeAt(i + 1) !== 0x0a) count++;
  }
  return count;
}

export function skipSpaces(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

export function skipSpacesBack(text: string, from: number, start: number): number {
  let i = from;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}

export function skipBlanks(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isBlankCode(text.charCodeAt(i))) i++;
  return i;
}

export function skipBlanksBack(text: string, from: number, start: number): number {
  let i = from;
  while (i > start && isBlankCode(text.charCodeAt(i - 1))) i--;
  return i;
}

/** A span without the spaces and line ends at its ends. */
export function trimBlanks(text: string, start: number, end: number): Span {
  const first = skipBlanks(text, start, end);
  return { start: first, end: skipBlanksBack(text, end, first) };
}

/** A span without the spaces at its ends. */
export function trim(text: string, start: number, end: number): Span {
  const first = skipSpaces(text, start, end);
  return { start: first, end: skipSpacesBack(text, end, first) };
}

/** Whether a comment starts here, at a line's first character that is no space. */
export function isComment(text: string, first: number, end: number): boolean {
  return first + 1 < end && fold(text.charCodeAt(first)) === SLASH && fold(text.charCodeAt(first + 1)) === SLASH;
}

const MARKER_CHARACTERS = '<>|';

/** Whether a line is a version control's conflict marker: seven of `<`, `>` or `|` and a space or the end, or exactly `=======`. */
export function isConflictMarker(text: string, start: number, end: number): boolean {
  const mark = text[start];
  if (mark === undefined || end - start < 7) return false;
  if (mark === '=') return end - start === 7 && text.startsWith('=======', start);
  if (!MARKER_CHARACTERS.includes(mark)) return false;
  return text.startsWith(mark.repeat(7), start) && (end - start === 7 || text.charCodeAt(start + 7) === 0x20);
}

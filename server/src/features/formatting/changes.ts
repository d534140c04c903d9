import type { TextEdit } from '../../rules/rule.ts';
import { isLineEnd } from '../../syntax/characters.ts';
import type { Span } from '../../syntax/nodes.ts';

/** Edits that are made together or not at all, in order. */
export interface Group {
  readonly edits: readonly TextEdit[];
  /** What is to be tried where the edits would make the text read as something else. */
  readonly otherwise?: TextEdit | undefined;
}

/** What the layout of one block wants changed. What is there already is no edit; others are as small as can be. */
export class Changes {
  readonly text: string;
  /** Spans with line ends in them that something else is to take the place of, in no order. */
  readonly joined: Span[] = [];
  readonly #groups: Group[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /**
   * One edit by itself.
   * @param mayEscape a `\` at the end of what is put in keeps what follows from being read as something else
   */
  put(start: number, end: number, text: string, mayEscape = false): void {
    if (isThere(this.text, start, end, text)) return;
    const edit = { start, end, text };
    const otherwise = mayEscape ? narrowed(this.text, { ...edit, text: `${text}\\` }) : undefined;
    this.#groups.push({ edits: [narrowed(this.text, edit)], otherwise });
  }

  /** Edits that belong together, none over another. */
  together(): Together {
    return new Together(this.text, this.#groups, this.joined);
  }

  /** In the order of the text. */
  get groups(): readonly Group[] {
    return this.#groups.sort((a, b) => startOf(a) - startOf(b));
  }
}

/** Edits that belong together, as they come. */
export class Together {
  readonly #text: string;
  readonly #groups: Group[];
  readonly #joined: Span[];
  #edits: TextEdit[] | undefined;

  constructor(text: string, groups: Group[], joined: Span[]) {
    this.#text = text;
    this.#groups = groups;
    this.#joined = joined;
  }

  put(start: number, end: number, text: string): void {
    if (isThere(this.#text, start, end, text)) return;
    if (!this.#edits) {
      this.#edits = [];
      this.#groups.push({ edits: this.#edits });
    }
    // Mostly it is the last; a few are to be moved by some places.
    const edit = narrowed(this.#text, { start, end, text });
    let at = this.#edits.length;
    while (at > 0 && isBehind(this.#edits[at - 1] as TextEdit, edit)) at--;
    this.#edits.splice(at, 0, edit);
    if (hasLineEnd(this.#text, start, end)) this.#joined.push({ start, end });
  }
}

function isBehind(one: TextEdit, other: TextEdit): boolean {
  return one.start > other.start || (one.start === other.start && one.end > other.end);
}

function isThere(text: string, start: number, end: number, written: string): boolean {
  return end - start === written.length && text.startsWith(written, start);
}

function startOf({ edits }: Group): number {
  return (edits[0] as TextEdit).start;
}

/** Whether a line ends between two offsets. */
export function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isLineEnd(text.charCodeAt(i))) return true;
  return false;
}

/** An edit that changes something, without what stays the same at its ends. */
function narrowed(text: string, edit: TextEdit): TextEdit {
  let { start, end } = edit;
  let from = 0;
  let to = edit.text.length;
  while (start < end && from < to && text.charCodeAt(start) === edit.text.charCodeAt(from)) {
    start++;
    from++;
  }
  while (end > start && to > from && text.charCodeAt(end - 1) === edit.text.charCodeAt(to - 1)) {
    end--;
    to--;
  }
  // No position of a document lies inside a line end.
  if (start > edit.start && isInLineEnd(text, start)) {
    start--;
    from--;
  }
  if (end < edit.end && isInLineEnd(text, end)) {
    end++;
    to++;
  }
  return { start, end, text: edit.text.slice(from, to) };
}

function isInLineEnd(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 0x0d && text.charCodeAt(at) === 0x0a;
}

/** A text with edits made that are in order. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text: put } of edits) {
    out += text.slice(at, start) + put;
    at = end;
  }
  return out + text.slice(at);
}

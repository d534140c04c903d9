import type { TextEdit } from '../../rules/rule.ts';
import { isLineEnd } from '../../syntax/characters.ts';
import type { Span } from '../../syntax/nodes.ts';

/** Edits that are made together or not at all, in order. */
export interface Group {
  readonly edits: readonly TextEdit[];
  /** What is to be tried where the edits would make the text read as something else. */
  readonly otherwise?: TextEdit | undefined;
}

/** What the layout of one block wants changed. Edits that change nothing are no edits; others are as small as can be. */
export class Changes {
  readonly text: string;
  /** Spans with line ends in them that something else has taken the place of, in order. */
  readonly joined: Span[] = [];
  readonly #groups: Group[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Edits that belong together; none lies over another. */
  together(edits: readonly TextEdit[]): void {
    const group: TextEdit[] = [];
    for (const edit of edits) {
      const own = narrowed(this.text, edit);
      if (own) group.push(own);
      if (hasLineEnd(this.text, edit)) this.joined.push({ start: edit.start, end: edit.end });
    }
    if (group.length > 0) this.#groups.push({ edits: group.sort((a, b) => a.start - b.start || a.end - b.end) });
  }

  /** @param mayEscape a `\` at the end of what is put in keeps what follows from being read as something else */
  alone(edit: TextEdit, mayEscape = false): void {
    const own = narrowed(this.text, edit);
    const otherwise = mayEscape ? narrowed(this.text, { ...edit, text: `${edit.text}\\` }) : undefined;
    if (own) this.#groups.push({ edits: [own], otherwise });
  }

  /** In the order of the text. */
  get groups(): readonly Group[] {
    return this.#groups.sort((a, b) => startOf(a) - startOf(b));
  }
}

function startOf({ edits }: Group): number {
  return (edits[0] as TextEdit).start;
}

/** Whether a line ends within a span. */
export function hasLineEnd(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (isLineEnd(text.charCodeAt(i))) return true;
  return false;
}

/** An edit without what stays the same at its ends; undefined where all does. */
function narrowed(text: string, edit: TextEdit): TextEdit | undefined {
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
  if (start === end && from === to) return undefined;
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

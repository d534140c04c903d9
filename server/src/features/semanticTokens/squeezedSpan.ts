import { BACKSLASH, fold, isBlankCode, isLineEnd } from '../../syntax/characters.ts';
import type { Span } from '../../syntax/nodes.ts';

/** A span's text as it is read (half-width, without blanks, escapes and inserts), and where each character stands. */
export interface SqueezedSpan {
  readonly text: string;
  readonly at: readonly number[];
}

export function squeezeSpan(text: string, { start, end }: Span, inserts: readonly Span[]): SqueezedSpan {
  let squeezed = '';
  const at: number[] = [];
  let insert = 0;
  for (let i = start; i < end; i++) {
    while ((inserts[insert]?.end ?? end) <= i) insert++;
    const { start: insertStart = end, end: insertEnd = end } = inserts[insert] ?? {};
    if (i >= insertStart) {
      i = insertEnd - 1;
      continue;
    }
    let code = text.charCodeAt(i);
    if (code === BACKSLASH && i + 1 < end && !isLineEnd(text.charCodeAt(i + 1))) code = text.charCodeAt(++i);
    if (isBlankCode(code)) continue;
    squeezed += String.fromCharCode(fold(code));
    at.push(i);
  }
  return { text: squeezed, at };
}

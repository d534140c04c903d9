import {
  COLON,
  COMMA,
  ENUMERATION,
  FULL_STOP,
  fold,
  isBlankCode,
  isLineEnd,
  SEMICOLON,
} from '../../syntax/characters.ts';
import type { Indicator } from '../../table/row.ts';

/** Whether a mark stands at an offset and nothing but blanks up to another. */
export function isOnly(text: string, from: number, to: number, mark: number): boolean {
  if (from >= to || fold(text.charCodeAt(from)) !== mark) return false;
  for (let i = from + 1; i < to; i++) if (!isBlankCode(text.charCodeAt(i))) return false;
  return true;
}

/** Where the marks between two offsets stand; undefined where something else stands there. Comments do not count. */
export function marksIn(text: string, from: number, to: number, { node }: Indicator): number[] | undefined {
  const marks: number[] = [];
  for (let i = from; i < to; i++) {
    const insert = node.inserts.find(({ start, end }) => start <= i && i < end);
    if (insert) {
      i = insert.end - 1;
      continue;
    }
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) continue;
    const mark = fold(code);
    if (mark !== SEMICOLON && mark !== COLON && mark !== COMMA && mark !== FULL_STOP && mark !== ENUMERATION) {
      return undefined;
    }
    marks.push(i);
  }
  return marks;
}

/** Whether a line ends between two offsets. */
export function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLineEnd(text.charCodeAt(i))) return true;
  return false;
}

/** Marks as a message shows them. */
export function shown(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

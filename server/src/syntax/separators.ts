import { BACKSLASH, isBetweenFields, isSeparator } from './characters.ts';
import { isEscaped } from './text.ts';

/** The offset of the next separator that is not escaped, or `end`. */
export function separatorFrom(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isSeparator(code)) return i;
    if (code === BACKSLASH) i++;
  }
  return end;
}

/** The offset of the next character that is neither separator nor blank, or `end`. */
export function skipSeparators(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isBetweenFields(text.charCodeAt(i))) i++;
  return i;
}

/** The end of a text without the separators and blanks behind it, nor the mark `also`; an escaped mark is text. */
export function withoutTerminators(text: string, start: number, end: number, also = -1): number {
  let i = end;
  while (i > start) {
    const code = text.charCodeAt(i - 1);
    if (!isBetweenFields(code) && code !== also) break;
    if ((isSeparator(code) || code === also) && isEscaped(text, i - 1, start)) break;
    i--;
  }
  return i;
}

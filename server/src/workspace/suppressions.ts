import { fold, isSpace, squeeze } from '../syntax/characters.ts';
import { isComment, LineScanner, skipSpaces } from '../syntax/lines.ts';
import type { Span } from '../syntax/nodes.ts';

/** A comment that turns rules off. Spans are relative to the text it was read from. */
export interface Directive {
  readonly kind: 'next-line' | 'disable' | 'enable' | 'file';
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly span: Span;
}

const KINDS: Readonly<Record<string, Directive['kind']>> = {
  'jxmb-disable-next-line': 'next-line',
  'jxmb-disable': 'disable',
  'jxmb-enable': 'enable',
  'jxmb-disable-file': 'file',
};

const WORD = /[a-z][a-z-]*/g;

/** The directives among the comments of a block's text, in order. */
export function readDirectives(text: string): Directive[] {
  if (!text.includes('jxmb-')) return [];
  const directives: Directive[] = [];
  const lines = new LineScanner(text);
  while (lines.advance()) {
    const first = skipSpaces(text, lines.start, lines.end);
    if (!isComment(text, first, lines.end)) continue;
    const directive = readDirective(text, first, lines.end);
    if (directive) directives.push(directive);
  }
  return directives;
}

function readDirective(text: string, start: number, end: number): Directive | undefined {
  const word = skipSpaces(text, start + 2, end);
  let wordEnd = word;
  while (wordEnd < end && !isSpace(text.charCodeAt(wordEnd))) wordEnd++;
  const kind = KINDS[squeeze(text.slice(word, wordEnd))];
  if (!kind) return undefined;
  let listEnd = wordEnd;
  while (listEnd < end && fold(text.charCodeAt(listEnd)) !== 0x3a) listEnd++;
  const rules = [...text.slice(wordEnd, listEnd).matchAll(WORD)].map((match) => {
    const at = wordEnd + match.index;
    return { id: match[0], span: { start: at, end: at + match[0].length } };
  });
  return { kind, rules, span: { start, end } };
}

/** A directive with the offset in the document that its block starts at, and for `next-line` the line it speaks of. */
export interface PlacedDirective {
  readonly directive: Directive;
  readonly offset: number;
  readonly target?: Span;
}

/** Whether the directives of a document, in order, turn a rule off at an offset. */
export function isSuppressed(rule: string, offset: number, directives: readonly PlacedDirective[]): boolean {
  let off = false;
  for (const { directive, offset: start, target } of directives) {
    if (!directive.rules.some(({ id }) => id === rule)) continue;
    if (directive.kind === 'file') return true;
    if (directive.kind === 'next-line') {
      if (target && target.start <= offset && offset <= target.end) return true;
    } else if (start + directive.span.start <= offset) off = directive.kind === 'disable';
  }
  return off;
}

/** The first line after an offset that is neither blank nor comment. */
export function nextCodeLine(text: string, from: number): Span | undefined {
  const lines = new LineScanner(text, from);
  while (lines.advance()) {
    const first = skipSpaces(text, lines.start, lines.end);
    if (first < lines.end && !isComment(text, first, lines.end)) return { start: lines.start, end: lines.end };
  }
  return undefined;
}

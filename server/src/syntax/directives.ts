import { COLON, COMMA, ENUMERATION, fold, isSpace } from './characters.ts';
import { isComment, LineScanner, skipSpaces } from './lines.ts';
import type { Span } from './nodes.ts';

/** A comment that turns rules off. Spans are relative to the block it stands in. */
export interface Directive {
  /** `unknown`: it begins like one, but there is no such word. */
  readonly kind: 'next-line' | 'disable' | 'enable' | 'file' | 'unknown';
  /** Its first word. */
  readonly word: Span;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly span: Span;
  /** For `next-line`: the next line that is neither blank nor comment; undefined where that is the next block's first. */
  readonly target?: Span;
}

/** What a comment's first word turns off or on. */
export const DIRECTIVE_KINDS: ReadonlyMap<string, Exclude<Directive['kind'], 'unknown'>> = new Map([
  ['jxmb-disable-next-line', 'next-line'],
  ['jxmb-disable', 'disable'],
  ['jxmb-enable', 'enable'],
  ['jxmb-disable-file', 'file'],
]);

/** What every directive begins with. */
const PREFIX = 'jxmb-';

const NONE: readonly Directive[] = [];

const ID_CHARACTER = /[\w-]/;

/** The directives among the comments of a block's text, in order. */
export function readDirectives(text: string): readonly Directive[] {
  if (!text.includes(PREFIX)) return NONE;
  const directives: Directive[] = [];
  /** How many of them already know the line they speak of. */
  let aimed = 0;
  const lines = new LineScanner(text);
  while (lines.advance()) {
    const first = skipSpaces(text, lines.start, lines.end);
    if (first === lines.end) continue;
    if (isComment(text, first, lines.end)) {
      const directive = readDirective(text, first, lines.end);
      if (directive) directives.push(directive);
      continue;
    }
    const target = { start: lines.start, end: lines.end };
    for (; aimed < directives.length; aimed++) {
      const directive = directives[aimed] as Directive;
      if (directive.kind === 'next-line') directives[aimed] = { ...directive, target };
    }
  }
  return directives;
}

/** Reads `// jxmb-disable RULE[, RULE]: reason`. The list ends at the colon, or at the first character of no id. */
function readDirective(text: string, start: number, end: number): Directive | undefined {
  const word = skipSpaces(text, start + 2, end);
  const wordEnd = idEnd(text, word, end);
  if (!text.startsWith(PREFIX, word)) return undefined;
  const kind = DIRECTIVE_KINDS.get(text.slice(word, wordEnd)) ?? 'unknown';
  const rules: Directive['rules'][number][] = [];
  for (let at = skipBetween(text, wordEnd, end); ; ) {
    const next = idEnd(text, at, end);
    if (next === at) break;
    rules.push({ id: text.slice(at, next), span: { start: at, end: next } });
    at = skipBetween(text, next, end);
  }
  return { kind, word: { start: word, end: wordEnd }, rules, span: { start, end } };
}

/** Where the letters, digits and dashes from an offset on end. */
function idEnd(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && ID_CHARACTER.test(text.charAt(i))) i++;
  return i;
}

/** Skips what may stand between two ids; at a colon the reason begins. */
function skipBetween(text: string, start: number, end: number): number {
  let i = start;
  while (i < end) {
    const code = fold(text.charCodeAt(i));
    if (code === COLON) return end;
    if (!isSpace(code) && code !== COMMA && code !== ENUMERATION) break;
    i++;
  }
  return i;
}

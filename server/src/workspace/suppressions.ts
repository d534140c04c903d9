import { COLON, COMMA, ENUMERATION, fold, isSpace } from '../syntax/characters.ts';
import { isComment, LineScanner, skipSpaces } from '../syntax/lines.ts';
import type { Span } from '../syntax/nodes.ts';

/** A comment that turns rules off. Spans are relative to the block it stands in. */
export interface Directive {
  readonly kind: 'next-line' | 'disable' | 'enable' | 'file';
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly span: Span;
  /** For `next-line`: the next line that is neither blank nor comment; undefined where that is the next block's first. */
  readonly target?: Span;
}

/** What a comment's first word turns off or on. */
export const DIRECTIVE_KINDS: ReadonlyMap<string, Directive['kind']> = new Map([
  ['jxmb-disable-next-line', 'next-line'],
  ['jxmb-disable', 'disable'],
  ['jxmb-enable', 'enable'],
  ['jxmb-disable-file', 'file'],
]);

const ID_CHARACTER = /[\w-]/;

/** The directives among the comments of a block's text, in order. */
export function readDirectives(text: string): readonly Directive[] {
  if (!text.includes('jxmb-')) return [];
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
  const kind = DIRECTIVE_KINDS.get(text.slice(word, wordEnd));
  if (!kind) return undefined;
  const rules: Directive['rules'][number][] = [];
  for (let at = skipBetween(text, wordEnd, end); ; ) {
    const next = idEnd(text, at, end);
    if (next === at) break;
    rules.push({ id: text.slice(at, next), span: { start: at, end: next } });
    at = skipBetween(text, next, end);
  }
  return { kind, rules, span: { start, end } };
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

/** A directive in its document. */
export interface PlacedDirective {
  readonly directive: Directive;
  /** Where its block starts. */
  readonly offset: number;
  /** The next block's first line, in the document: what a `next-line` speaks of that has no target of its own. */
  readonly nextBlock: Span | undefined;
}

/** What the directives of a document turn off, rule by rule. */
export class Suppressions {
  readonly #files = new Set<string>();
  /** Lines that a rule is turned off for; a line is asked for by the offset it starts at. */
  readonly #lines = new Map<string, Span[]>();
  /** Offsets from which on a rule is off or on again. */
  readonly #switches = new Map<string, { readonly from: number; readonly off: boolean }[]>();

  /** @param directives in the order of the text */
  constructor(directives: Iterable<PlacedDirective>) {
    for (const { directive, offset, nextBlock } of directives) {
      const own = directive.target;
      const target = own ? { start: offset + own.start, end: offset + own.end } : nextBlock;
      for (const { id } of directive.rules) {
        if (directive.kind === 'file') this.#files.add(id);
        else if (directive.kind !== 'next-line') {
          append(this.#switches, id, { from: offset + directive.span.start, off: directive.kind === 'disable' });
        } else if (target) append(this.#lines, id, target);
      }
    }
  }

  /** Whether a rule is off for what it finds at an offset. */
  has(rule: string, offset: number): boolean {
    if (this.#files.has(rule)) return true;
    const line = lastUpTo(this.#lines.get(rule), offset, ({ start }) => start);
    if (line && offset <= line.end) return true;
    return lastUpTo(this.#switches.get(rule), offset, ({ from }) => from)?.off ?? false;
  }
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

/** The last of some ordered items that begins at an offset or before it. */
function lastUpTo<T>(items: readonly T[] | undefined, offset: number, startOf: (item: T) => number): T | undefined {
  if (!items) return undefined;
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(items[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}

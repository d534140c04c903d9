import { LineScanner, trim } from '../../syntax/lines.ts';
import type { BlockTree, Indicators, Line, Span } from '../../syntax/nodes.ts';
import type { Changes } from './changes.ts';
import { DEEPER, INDENT } from './marks.ts';

/** Where a block stands in its document. */
export interface BlockPosition {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** How a line ends that ends nowhere yet. */
  readonly lineEnd: string;
  /** Whether the document's last line is to end in a line end. */
  readonly endsLine: boolean;
}

/** A line that is not blank, without the spaces around it. */
interface Content extends Span {
  readonly lineStart: number;
  /** Its line end: from `end` and the spaces behind it up to the next line. */
  readonly lineEnd: number;
  readonly next: number;
}

export const BYTE_ORDER_MARK = '\ufeff';

/**
 * Spaces at line ends go, lines are indented, blank lines go: one is left where a comment is set off, and before the
 * next block. Line ends stay as they are.
 */
export function layOutBreaks(tree: BlockTree, slips: readonly Span[], position: BlockPosition, changes: Changes): void {
  const { text } = changes;
  const from = position.isFirst && text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const lines = contentsOf(text, from);
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) {
    changes.put(from, text.length, '');
    return;
  }
  const indents = new Indents(tree, slips, text);
  changes.put(from, first.lineStart, '');
  changes.put(first.lineStart, first.start, indents.of(first));
  const joined = [...changes.joined].sort((a, b) => a.start - b.start);
  let next = 0;
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1] as Content;
    const line = lines[i] as Content;
    while (next < joined.length && (joined[next] as Span).end < line.start) next++;
    if ((joined[next]?.start ?? text.length) <= before.end) continue;
    changes.put(before.end, before.lineEnd, '');
    const isSetOff = indents.isComment(before) || indents.isComment(line);
    changes.put(before.next, line.lineStart, isSetOff ? blankLine(text, before, line.lineStart) : '');
    changes.put(line.lineStart, line.start, indents.of(line));
  }
  changes.put(last.end, last.lineEnd, '');
  const behind = position.isLast ? '' : blankLine(text, last, text.length);
  changes.put(last.next, text.length, behind);
  if (position.isLast && position.endsLine && last.next === last.lineEnd) {
    changes.put(last.lineEnd, text.length, position.lineEnd);
  }
}

/** One of the blank lines between two lines, if there is any. */
function blankLine(text: string, { lineEnd, next }: Content, end: number): string {
  if (next >= end) return '';
  const scanner = new LineScanner(text, next, end);
  scanner.advance();
  const own = text.slice(scanner.end, scanner.next);
  const before = text.slice(lineEnd, next);
  // Behind a lone CR, a lone LF would be the same line end.
  return before === '\r' && own === '\n' ? before : own;
}

function contentsOf(text: string, from: number): Content[] {
  const lines: Content[] = [];
  const scanner = new LineScanner(text, from);
  while (scanner.advance()) {
    const { start, end } = trim(text, scanner.start, scanner.end);
    if (start < end) lines.push({ start, end, lineStart: scanner.start, lineEnd: scanner.end, next: scanner.next });
  }
  return lines;
}

/** How far a line is indented; `as it is` for stray text, `if at all` for a comment that may speak of what follows. */
type Indent = string | 'as it is' | 'if at all';

interface Place {
  readonly start: number;
  readonly indent: Indent;
  /** How far further lines are indented, up to the next place. */
  readonly inner: string;
  readonly isComment?: true;
}

/** The indents of a block's lines. */
class Indents {
  readonly #text: string;
  readonly #places: readonly Place[];

  constructor(tree: BlockTree, slips: readonly Span[], text: string) {
    this.#text = text;
    const places = placesOf(tree);
    // What seems to be a label may be one tomorrow.
    for (const { start } of slips) places.push({ start, indent: 'as it is', inner: INDENT });
    this.#places = slips.length === 0 ? places : places.sort((a, b) => a.start - b.start);
  }

  /** What is to stand before a line's first character. */
  of({ start, lineStart }: Content): string {
    const place = this.#placeAt(start);
    const indent = place && place.start < start ? place.inner : (place?.indent ?? '');
    if (indent === 'as it is') return this.#text.slice(lineStart, start);
    return indent === 'if at all' ? (start > lineStart ? INDENT : '') : indent;
  }

  isComment({ start }: Content): boolean {
    const place = this.#placeAt(start);
    return place?.start === start && place.isComment === true;
  }

  /** The last place at an offset or before it. */
  #placeAt(offset: number): Place | undefined {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] as Place).start <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#places[low - 1];
  }
}

function placesOf({ parts }: BlockTree): Place[] {
  const places: Place[] = [];
  let behindText = false;
  for (const part of parts) {
    const { start } = part;
    switch (part.type) {
      case 'goal':
        places.push({ start, indent: '', inner: INDENT });
        for (const insert of part.inserts) places.push(insertPlace(insert, INDENT, INDENT));
        break;
      case 'indicators':
        places.push({ start, indent: '', inner: INDENT }, ...itemPlaces(part));
        break;
      case 'comment':
        places.push(insertPlace(part, behindText ? 'if at all' : '', ''));
        continue;
      default:
        places.push({ start, indent: part.type === 'stray' ? 'as it is' : '', inner: '' });
    }
    behindText = part.type === 'goal' || part.type === 'indicators';
  }
  return places;
}

function itemPlaces({ items }: Indicators): Place[] {
  const lastText = items.findLastIndex(({ type }) => type === 'indicator' || type === 'heading');
  return items.flatMap((item, i) => {
    if (item.type === 'heading') return [{ start: item.start, indent: INDENT, inner: INDENT }];
    if (item.type !== 'indicator') return [insertPlace(item, i > lastText ? 'if at all' : INDENT, INDENT)];
    const own = { start: item.start, indent: INDENT, inner: DEEPER };
    return [own, ...item.inserts.map((insert) => insertPlace(insert, DEEPER, DEEPER))];
  });
}

function insertPlace({ start, type }: Line, indent: Indent, inner: string): Place {
  return { start, indent, inner, ...(type === 'comment' && { isComment: true }) };
}

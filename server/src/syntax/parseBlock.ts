import { squeeze } from './characters.ts';
import { parseIndicators } from './indicators.ts';
import { blockStart, endsGoal, type LabelMatch, matchLead, matchLine } from './labels.ts';
import { isComment, isConflictMarker, LineScanner, type LineSpan, skipSpaces, trim } from './lines.ts';
import type { Amount, BlockKind, BlockTree, Field, Line, Part, Span } from './nodes.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Reads a block's text into its tree. Never fails: what fits nowhere is a `stray` line.
 * The text is one block's, as `splitBlocks` gave it.
 */
export function parseBlock(kind: BlockKind, text: string, vocabulary: Vocabulary): BlockTree {
  return new BlockParser(kind, text, vocabulary).parse();
}

class BlockParser {
  readonly kind: BlockKind;
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly lines: LineSpan[] = [];
  readonly parts: Part[] = [];

  constructor(kind: BlockKind, text: string, vocabulary: Vocabulary) {
    this.kind = kind;
    this.text = text;
    this.vocabulary = vocabulary;
    const scanner = new LineScanner(text);
    while (scanner.advance()) this.lines.push({ start: scanner.start, end: scanner.end, next: scanner.next });
  }

  parse(): BlockTree {
    for (let i = 0; i < this.lines.length; ) i = this.part(i);
    return { kind: this.kind, parts: this.parts };
  }

  /** Reads the part that begins at line `i` and says at which line the next one begins. */
  part(i: number): number {
    const line = this.lines[i] as LineSpan;
    const span = trim(this.text, line.start, line.end);
    if (span.start === span.end) return i + 1;
    const insert = this.insertAt(line);
    if (insert) {
      this.parts.push(insert);
      return i + 1;
    }
    const lead = matchLead(this.text, span.start, span.end);
    if (lead?.end === span.end) {
      this.parts.push({ type: 'lead', ...lead });
      return i + 1;
    }
    const match = matchLine(this.text, span.start, span.end, this.vocabulary);
    if (!match) {
      this.parts.push({ type: this.unlabelled(span), ...span });
      return i + 1;
    }
    switch (match.meaning.role) {
      case 'column':
        this.parts.push(this.amount(match, span.end));
        return i + 1;
      case 'goal':
        return this.goal(match, i);
      case 'indicators':
        return this.indicators(match, i);
      default:
        this.parts.push(this.field(match, span.end));
        return i + 1;
    }
  }

  /** A comment or conflict marker, which may stand between any two lines. */
  insertAt(line: LineSpan): Line | undefined {
    const span = trim(this.text, line.start, line.end);
    if (isComment(this.text, span.start, span.end)) return { type: 'comment', ...span };
    if (isConflictMarker(this.text, line.start, line.end)) return { type: 'marker', start: line.start, end: line.end };
    return undefined;
  }

  /** What a line without label is: in the head the title or the year, else it belongs to nothing. */
  unlabelled(span: Span): 'title' | 'year' | 'stray' {
    if (this.kind !== 'head') return 'stray';
    if (isYear(this.text.slice(span.start, span.end))) return 'year';
    return this.parts.some((part) => part.type === 'title') ? 'stray' : 'title';
  }

  field(match: LabelMatch, end: number): Field {
    const inProject = this.kind === 'project' ? this.vocabulary.fields.get(this.word(match)) : undefined;
    const meaning = inProject ?? match.meaning;
    const text = trim(this.text, match.after, end);
    const field = {
      type: 'field',
      role: meaning.role as Field['role'],
      index: meaning.index,
      label: match.node,
      text,
      start: match.node.start,
      end: Math.max(text.end, match.after),
    } as const;
    const start = blockStart(match, this.text, end);
    return start?.kind === 'unit' && start.soft ? { ...field, role: 'unit', asMoneyUnit: true } : field;
  }

  word(match: LabelMatch): string {
    return squeeze(this.text.slice(match.node.start, match.node.end));
  }

  amount(match: LabelMatch & { readonly lead?: Span }, end: number): Amount {
    const text = trim(this.text, match.after, end);
    return {
      type: 'amount',
      column: match.meaning.index,
      ...(match.lead && { lead: match.lead }),
      label: match.node,
      text,
      start: match.lead?.start ?? match.node.start,
      end: Math.max(text.end, match.after),
    };
  }

  goal(match: LabelMatch, i: number): number {
    const index = match.meaning.index;
    const inserts: Line[] = [];
    let end = match.after;
    let at = i + 1;
    const first = this.lines[i] as LineSpan;
    const own = trim(this.text, match.after, first.end);
    const text = { start: own.start, end: own.end };
    if (own.end > own.start) end = own.end;
    for (; at < this.lines.length; at++) {
      const line = this.lines[at] as LineSpan;
      const insert = this.insertAt(line);
      if (insert) {
        inserts.push(insert);
        continue;
      }
      const span = trim(this.text, line.start, line.end);
      if (span.start === span.end) continue;
      const label = matchLine(this.text, span.start, span.end, this.vocabulary);
      if (label && endsGoal(label, this.text, span.end, index)) break;
      if (text.start === text.end) text.start = span.start;
      text.end = span.end;
      end = span.end;
    }
    const inside = inserts.filter((insert) => insert.start < end);
    this.parts.push({ type: 'goal', index, label: match.node, text, inserts: inside, start: match.node.start, end });
    this.parts.push(...inserts.slice(inside.length));
    return at;
  }

  indicators(match: LabelMatch, i: number): number {
    const first = this.lines[i] as LineSpan;
    const body: LineSpan[] = [{ start: match.after, end: Math.max(match.after, first.end), next: first.next }];
    let at = i + 1;
    for (; at < this.lines.length; at++) {
      const line = this.lines[at] as LineSpan;
      if (matchLine(this.text, skipSpaces(this.text, line.start, line.end), line.end, this.vocabulary)) break;
      body.push(line);
    }
    const items = parseIndicators(this.text, body, (line) => this.insertAt(line), this.vocabulary);
    const end = Math.max(match.after, items.at(-1)?.end ?? 0);
    this.parts.push({ type: 'indicators', label: match.node, items, start: match.node.start, end });
    return at;
  }
}

/** `2025年` or `2025 年度`. */
function isYear(text: string): boolean {
  return /^\d{4}年度?$/.test(squeeze(text));
}

import { squeeze } from './characters.ts';
import { parseIndicators } from './indicators.ts';
import { blockStart, endsGoal, type LabelMatch, matchLead, matchLine } from './labels.ts';
import { isComment, isConflictMarker, LineScanner, trim } from './lines.ts';
import type { Amount, BlockKind, BlockTree, Field, Line, Part, Span } from './nodes.ts';
import type { Vocabulary } from './vocabulary.ts';

type ColumnMatch = LabelMatch & { readonly lead?: Span };

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
  readonly parts: Part[] = [];
  /** The line that is to be read next, as long as there is one. */
  readonly line: LineScanner;
  hasLine: boolean;
  hasTitle = false;

  constructor(kind: BlockKind, text: string, vocabulary: Vocabulary) {
    this.kind = kind;
    this.text = text;
    this.vocabulary = vocabulary;
    this.line = new LineScanner(text);
    this.hasLine = this.line.advance();
  }

  parse(): BlockTree {
    while (this.hasLine) this.part();
    return { kind: this.kind, parts: this.parts };
  }

  next(): void {
    this.hasLine = this.line.advance();
  }

  /** Reads the part that begins at the line, with all of its lines. */
  part(): void {
    const { text, vocabulary, line } = this;
    const span = trim(text, line.start, line.end);
    const match = span.start < span.end ? matchLine(text, span.start, span.end, vocabulary) : undefined;
    if (!match) {
      if (span.start < span.end) this.parts.push(this.insertAt(span) ?? this.unlabelled(span));
      this.next();
      return;
    }
    this.next();
    switch (match.meaning.role) {
      case 'column':
        this.parts.push(this.amount(match as ColumnMatch, span.end));
        break;
      case 'goal':
        this.goal(match, span.end);
        break;
      case 'indicators':
        this.indicators(match, span.end);
        break;
      default:
        this.parts.push(this.field(match, span.end));
    }
  }

  /** A comment or conflict marker, which may stand between any two lines. `span` is the line without spaces around it. */
  insertAt(span: Span): Line | undefined {
    const { text, line } = this;
    if (isComment(text, span.start, span.end)) return { type: 'comment', start: span.start, end: span.end };
    if (isConflictMarker(text, line.start, line.end)) return { type: 'marker', start: line.start, end: span.end };
    return undefined;
  }

  /** A line without label: `其中:`, in the head the title or the year; else it belongs to nothing. */
  unlabelled({ start, end }: Span): Line {
    if (matchLead(this.text, start, end)?.end === end) return { type: 'lead', start, end };
    if (this.kind !== 'head') return { type: 'stray', start, end };
    if (isYear(this.text.slice(start, end))) return { type: 'year', start, end };
    const type = this.hasTitle ? 'stray' : 'title';
    this.hasTitle = true;
    return { type, start, end };
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

  amount(match: ColumnMatch, end: number): Amount {
    const text = trim(this.text, match.after, end);
    return {
      type: 'amount',
      column: match.meaning.index,
      lead: match.lead,
      label: match.node,
      text,
      start: match.lead?.start ?? match.node.start,
      end: Math.max(text.end, match.after),
    };
  }

  goal(match: LabelMatch, lineEnd: number): void {
    const index = match.meaning.index;
    const inserts: Line[] = [];
    const own = trim(this.text, match.after, lineEnd);
    const text = { start: own.start, end: own.end };
    let end = own.end > own.start ? own.end : match.after;
    for (; this.hasLine; this.next()) {
      const span = trim(this.text, this.line.start, this.line.end);
      if (span.start === span.end) continue;
      const insert = this.insertAt(span);
      if (insert) {
        inserts.push(insert);
        continue;
      }
      const label = matchLine(this.text, span.start, span.end, this.vocabulary);
      if (label && endsGoal(label, this.text, span.end, index)) break;
      if (text.start === text.end) text.start = span.start;
      text.end = span.end;
      end = span.end;
    }
    const inside = inserts.filter((insert) => insert.start < end);
    this.parts.push({ type: 'goal', index, label: match.node, text, inserts: inside, start: match.node.start, end });
    for (const insert of inserts) if (insert.start >= end) this.parts.push(insert);
  }

  indicators(match: LabelMatch, lineEnd: number): void {
    const body: Span[] = [trim(this.text, match.after, lineEnd)];
    const inserts: Line[] = [];
    for (; this.hasLine; this.next()) {
      const span = trim(this.text, this.line.start, this.line.end);
      if (span.start === span.end) continue;
      if (matchLine(this.text, span.start, span.end, this.vocabulary)) break;
      const insert = this.insertAt(span);
      if (insert) inserts.push(insert);
      else body.push(span);
    }
    const items = parseIndicators(this.text, body, inserts, this.vocabulary);
    const end = Math.max(match.after, items.at(-1)?.end ?? 0);
    this.parts.push({ type: 'indicators', label: match.node, items, start: match.node.start, end });
  }
}

/** `2025年` or `2025 年度`. */
function isYear(text: string): boolean {
  return /^\d{4}年度?$/.test(squeeze(text));
}

import { parseIndicator } from './indicator.ts';
import { readNumber } from './indicatorNumber.ts';
import {
  awaitedClass,
  classAtStart,
  headingAt,
  type IndicatorStart,
  startsWithClass,
  startsWithin,
} from './indicatorStarts.ts';
import { skipSpacesBack } from './lines.ts';
import type { Heading, Indicator, Line, Span } from './nodes.ts';
import { skipSeparators } from './separators.ts';
import { Marks } from './valueLabels.ts';
import type { Vocabulary } from './vocabulary.ts';

export { isSeparator } from './characters.ts';
export { readNumber } from './indicatorNumber.ts';

type Item = Indicator | Heading | Line;

/**
 * Reads the lines of a 绩效指标 field. An indicator starts at a line's start with its number or its class, or in
 * running text where a number or nothing stands before a class; a published cell holds all of them on one line.
 * @param lines without spaces around them
 * @param inserts comments and conflict markers, which may stand between any two lines
 */
export function parseIndicators(
  text: string,
  lines: readonly Span[],
  inserts: readonly Line[],
  vocabulary: Vocabulary,
): Item[] {
  return new IndicatorsParser(withBlanks(text, inserts), inserts, vocabulary).parse(lines);
}

/** The text with spaces in the place of comments and markers, so that they part nothing and nothing moves. */
export function withBlanks(text: string, inserts: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of inserts) {
    out += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return from === 0 ? text : out + text.slice(from);
}

interface OpenIndicator extends IndicatorStart {
  end: number;
  /** Whether the next line may bring its class; once it has more, it never does. */
  awaitsClass: boolean;
}

class IndicatorsParser {
  readonly text: string;
  readonly inserts: readonly Line[];
  readonly vocabulary: Vocabulary;
  readonly items: Item[] = [];
  /** The first insert that no item before holds. */
  insert = 0;
  readonly marks = new Marks();
  /** The indicator that is being read. */
  open: OpenIndicator | undefined = undefined;

  constructor(text: string, inserts: readonly Line[], vocabulary: Vocabulary) {
    this.text = text;
    this.inserts = inserts;
    this.vocabulary = vocabulary;
  }

  parse(lines: readonly Span[]): Item[] {
    for (const line of lines) if (line.start < line.end) this.line(line);
    this.close();
    this.takeInserts(this.text.length, this.items);
    return this.items;
  }

  line(span: Span): void {
    const { text, vocabulary } = this;
    const number = readNumber(text, span.start, span.end, vocabulary);
    const continues = !number && this.continuesWithClass(span);
    const heading = number || continues ? undefined : headingAt(text, span, vocabulary);
    if (heading) {
      this.close();
      this.takeInserts(span.start, this.items);
      this.items.push(heading);
      return;
    }
    if (number || (!continues && startsWithClass(text, span, vocabulary))) this.begin({ start: span.start, number });
    for (const start of startsWithin(text, span, number, this.marks, vocabulary)) {
      this.extend(span.start, skipSpacesBack(text, start.start, span.start));
      this.begin(start);
    }
    this.extend(span.start, span.end);
  }

  begin({ start, number }: IndicatorStart): void {
    this.close();
    this.open = { start, number, end: start, awaitsClass: true };
  }

  /** Whether a line that begins with a class goes on with an indicator that has none yet. */
  continuesWithClass(span: Span): boolean {
    const { open, text, vocabulary } = this;
    const piece = open?.awaitsClass ? classAtStart(text, span, vocabulary) : undefined;
    if (!open || !piece) return false;
    const awaited = awaitedClass(text, open, open.end, vocabulary);
    open.awaitsClass = awaited !== 'none';
    return awaited === 'any' || (awaited === 'level 2' && piece.level === 2);
  }

  /** Adds text to the indicator that is being read; without one, anything but separators is one without number. */
  extend(from: number, end: number): void {
    if (from >= end) return;
    if (this.open) this.open.end = Math.max(this.open.end, end);
    else if (skipSeparators(this.text, from, end) < end) {
      this.open = { start: from, number: undefined, end, awaitsClass: true };
    }
  }

  close(): void {
    if (!this.open) return;
    const { end } = this.open;
    this.takeInserts(this.open.start, this.items);
    const inside: Line[] = [];
    this.takeInserts(end, inside);
    this.items.push(parseIndicator(this.text, this.open, end, this.marks, inside, this.vocabulary));
    this.open = undefined;
  }

  takeInserts(before: number, into: Item[]): void {
    while (this.insert < this.inserts.length && (this.inserts[this.insert] as Line).start < before) {
      into.push(this.inserts[this.insert] as Line);
      this.insert++;
    }
  }
}

import { type Finding, SEVERITIES, type Severity } from '../rules/rule.ts';
import { LineScanner } from '../syntax/lines.ts';
import type { Span } from '../syntax/nodes.ts';
import { type Content, Html, html } from './html.ts';
import type { ShownRow } from './view.ts';

/** What a piece is besides its text: classes for its looks, and where it stands among other cells. */
export interface PieceOptions {
  readonly classes?: string;
  /** How many rows and columns of the page a cell takes. */
  readonly rowSpan?: number;
  readonly colSpan?: number;
  /** It begins on a line of its own: scrolling goes by it. */
  readonly isLine?: boolean;
}

/** Elements that may lead back to the text. */
type Tag = 'td' | 'th' | 'tr' | 'p' | 'span' | 'li';

/**
 * Writes the pieces of one block: elements that know which part of the text they show, and mark what is found in it. A
 * finding is marked once, in the smallest piece that holds it: inner pieces are written before the outer ones. In a page
 * that stands for itself they are plain elements.
 */
export class Pieces {
  readonly #text: string;
  readonly #isAlone: boolean;
  readonly #findings: readonly Finding[];
  readonly #taken = new Set<number>();
  #lineStarts: number[] | undefined;

  /** @param shown its findings are in the order in which the page names them */
  constructor(shown: Pick<ShownRow, 'findings' | 'isAlone'> & { readonly block: { readonly text: string } }) {
    this.#text = shown.block.text;
    this.#isAlone = shown.isAlone;
    this.#findings = shown.isAlone ? [] : shown.findings;
  }

  /**
   * One piece.
   * @param span what of the block it shows; where it shows nothing that is written, the span that stands for it
   */
  piece(tag: Tag, span: Span, content: Content, options: PieceOptions = {}): Html {
    return this.#element(tag, span, content, options, this.#take(span));
  }

  /** The piece that stands for the block as a whole, and marks all that no other piece has: it is written last. */
  main(tag: Tag, span: Span, content: Content, options: PieceOptions = {}): Html {
    return this.#element(tag, span, content, options, this.#take({ start: 0, end: this.#text.length }));
  }

  #element(tag: Tag, span: Span, content: Content, options: PieceOptions, found: readonly number[]): Html {
    const severity = this.#gravest(found);
    const classes = [options.classes, severity && `found ${severity}`].filter((one) => one).join(' ');
    const attributes = [
      !this.#isAlone && html` data-at="${span.start}-${span.end}"`,
      !this.#isAlone && options.isLine && html` data-line="${this.#lineOf(span.start)}"`,
      classes !== '' && html` class="${classes}"`,
      found.length > 0 && html` data-found="${found.join(' ')}"`,
      spans(options),
    ];
    return new Html(`<${tag}${html`${attributes}`.markup}>${html`${content}`.markup}</${tag}>`);
  }

  /** The findings in a span that no piece has marked yet, by their places in the block's list. */
  #take({ start, end }: Span): number[] {
    const own: number[] = [];
    this.#findings.forEach(({ span }, i) => {
      if (this.#taken.has(i) || span.start < start || span.start > end) return;
      this.#taken.add(i);
      own.push(i);
    });
    return own;
  }

  #gravest(found: readonly number[]): Severity | undefined {
    const own = new Set(found.map((i) => this.#findings[i]?.severity));
    return SEVERITIES.find((severity) => own.has(severity));
  }

  /** The line that holds an offset, counted from the block's first. */
  #lineOf(offset: number): number {
    if (!this.#lineStarts) {
      this.#lineStarts = [];
      const lines = new LineScanner(this.#text);
      while (lines.advance()) this.#lineStarts.push(lines.start);
    }
    let line = 0;
    while ((this.#lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line++;
    return line;
  }
}

/** How many rows and columns a cell takes, as attributes. */
export function spans({ rowSpan = 1, colSpan = 1 }: Pick<PieceOptions, 'rowSpan' | 'colSpan'>): Html {
  return html`${rowSpan > 1 && html` rowspan="${rowSpan}"`}${colSpan > 1 && html` colspan="${colSpan}"`}`;
}

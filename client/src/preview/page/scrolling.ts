import { lineAt, placeLookedAt, placeOf, scrollTopFor } from './mapping.ts';
import type { Scroller } from './scroller.ts';
import type { VirtualRows } from './virtualRows.ts';

/** Which part of what is in sight is kept above a row that is scrolled to from afar. */
const CLEARANCE = 0.25;

/** A place that is scrolled to once its rows are there. */
interface Wanted {
  readonly place: () => number | undefined;
  readonly piece: (() => HTMLElement | undefined) | undefined;
  /** Its rows were not in the page and have been asked for. */
  isAsked: boolean;
}

/** Scrolling by lines of the text, both ways. */
export class Scrolling {
  readonly #scroller: Scroller;
  readonly #rows: VirtualRows;
  /** The place that is wanted; it is found again when its rows have come, until a person scrolls. */
  #wanted: Wanted | undefined;

  /** @param tell is called with the line that is looked at, when a person has scrolled */
  constructor(scroller: Scroller, rows: VirtualRows, tell: (line: number) => void) {
    this.#scroller = scroller;
    this.#rows = rows;
    scroller.onScrolled(() => {
      this.#wanted = undefined;
      if (rows.list.hasLines) tell(this.line);
    });
  }

  /** The line of the text that is looked at. */
  get line(): number {
    return lineAt(this.#rows.layout, placeLookedAt(this.#scroller.top, this.#rows.view));
  }

  toLine(line: number): void {
    if (!this.#rows.list.hasLines) return;
    this.#to(() => scrollTopFor(placeOf(this.#rows.layout, line), this.#rows.view));
  }

  /**
   * Brings a piece of a row into sight, scrolling no more than needed. The row may not be in the page yet: then it is
   * scrolled to, and its piece once it has come.
   */
  toPiece(row: number, piece: () => HTMLElement | undefined): void {
    this.#to(() => {
      const index = this.#rows.list.indexOf(row);
      if (index === undefined || this.#rows.body(row)) return undefined;
      return this.#rows.topOf(index) - this.#rows.view.sight * CLEARANCE;
    }, piece);
  }

  /** Other rows have come: what is wanted may now be there, and its place known better. */
  settle(): void {
    const wanted = this.#wanted;
    if (wanted) {
      const top = wanted.place();
      if (top !== undefined && !wanted.isAsked && !this.#rows.holds(top)) {
        // What is in sight stays until the rows of the other place have come.
        wanted.isAsked = true;
        this.#rows.askFor(top);
        return;
      }
      if (top !== undefined) this.#scroller.to(top);
      if (top === undefined || this.#rows.holds(top)) {
        this.#wanted = undefined;
        const piece = wanted.piece?.();
        if (piece) this.#intoSight(piece);
      }
    }
    this.#rows.look();
  }

  #to(place: () => number | undefined, piece?: () => HTMLElement | undefined): void {
    this.#wanted = { place, piece, isAsked: false };
    this.settle();
  }

  /** Scrolls as little as needed; `scroll-padding` keeps clear of the head and the first column. */
  #intoSight(piece: HTMLElement): void {
    piece.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#scroller.settle();
  }
}

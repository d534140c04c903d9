import type { PageUpdate, Window } from '../../../../server/src/protocol.ts';
import { dress } from './dress.ts';
import { element } from './elements.ts';
import { ListedRows } from './listedRows.ts';
import type { Layout, Mark, View } from './mapping.ts';
import { patchContent } from './patch.ts';
import type { Scroller } from './scroller.ts';

/** How many screens of rows are to be there above and below what is in sight, and how many are asked for. */
const NEEDED = 0.6;
const ASKED = 1.6;

/** How many rows are asked for while it is not known how high they are. */
const UNKNOWN = 40;
export const FIRST_ROWS: Window = { from: 0, to: UNKNOWN };

/** A place of what is in sight, told by a row: it stays where it is whatever comes and goes around it. */
interface Anchor {
  readonly id: number;
  /** How far the top of what is in sight is below the row's. */
  readonly offset: number;
}

/**
 * The rows of the table, of which only those in sight and some around them are in the page; two spacers stand for the
 * others. What is in sight keeps its place whenever rows come, go, or turn out higher than they were guessed.
 */
export class VirtualRows {
  readonly list = new ListedRows();
  readonly #scroller: Scroller;
  readonly #table: HTMLTableElement;
  readonly #ask: (window: Window) => void;
  readonly #bodies = new Map<number, HTMLTableSectionElement>();
  readonly #above = spacer();
  readonly #below = spacer();
  #shown: Window = { from: 0, to: 0 };
  #asked: Window | undefined;
  #isNew = true;

  /** @param ask is called when other rows are wanted in the page; those that are there stay until they come */
  constructor(scroller: Scroller, table: HTMLTableElement, ask: (window: Window) => void) {
    this.#scroller = scroller;
    this.#table = table;
    this.#ask = ask;
    table.append(this.#above, this.#below);
    scroller.element.addEventListener('scroll', () => this.look(), { passive: true });
    const observer = new ResizeObserver(() => this.#keepingPlace(() => {}));
    observer.observe(table);
    observer.observe(scroller.element);
  }

  /** Takes over what is other. Costs a look at the list where that changes, and the rows that are in the page. */
  take(update: PageUpdate): void {
    const wasAtEnd = !update.isWhole && !update.splice && this.#isAtEnd;
    this.#keepingPlace(() => {
      if (update.isWhole) this.#forget();
      const { splice } = update;
      if (splice) this.list.splice(splice.at, splice.removed, splice.added);
      this.list.leading = update.leading;
      this.#shown = update.shown;
      this.#render(new Map(update.rows.map(({ id, markup }) => [id, markup])));
    });
    if (this.#isNew && this.#bodies.size > 0) {
      this.#isNew = false;
      this.#keepingPlace(() => this.list.calibrate());
    }
    if (wasAtEnd) this.#scroller.to(this.#scroller.element.scrollHeight);
  }

  /** Looks whether the rows in sight are in the page, and asks for them where not. */
  look(): void {
    const needed = this.#around(this.#scroller.top, NEEDED);
    if (contains(this.#shown, needed) || (this.#asked && contains(this.#asked, needed))) return;
    this.askFor(this.#scroller.top);
  }

  /** Asks for the rows that would be in sight at a scroll position. */
  askFor(top: number): void {
    this.#asked = this.#around(top, ASKED);
    this.#ask(this.#asked);
  }

  /** Whether all rows that would be in sight at a scroll position are in the page. */
  holds(top: number): boolean {
    return contains(this.#shown, this.#around(top, 0));
  }

  /** The rows in sight, and as many as may be needed where they turn out to be less high. */
  get inSight(): Window {
    const { from, to } = this.#around(this.#scroller.top, ASKED);
    return { from, to: Math.max(to, from + UNKNOWN) };
  }

  /** The rows that are in the page, by their places. */
  get shown(): Window {
    return this.#shown;
  }

  /** A row that is in the page. */
  body(id: number): HTMLTableSectionElement | undefined {
    return this.#bodies.get(id);
  }

  get bodies(): Iterable<HTMLTableSectionElement> {
    return this.#table.querySelectorAll<HTMLTableSectionElement>('tbody[data-row]');
  }

  get layout(): Layout {
    return { rows: this.list, caption: this.#table.offsetTop, marksOf: (id) => this.#marksOf(id) };
  }

  get view(): View {
    const sight = this.#scroller.element.clientHeight - this.#headHeight;
    return { height: this.#table.offsetTop + this.list.heights.total, sight };
  }

  /** Where a row begins, as a scroll position. */
  topOf(index: number): number {
    return this.#table.offsetTop + this.list.heights.before(index);
  }

  get #headHeight(): number {
    return this.#table.tHead?.offsetHeight ?? 0;
  }

  get #isAtEnd(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.#scroller.element;
    return scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1;
  }

  /** The rows that are in sight at a scroll position, and some screens of rows around them. */
  #around(scrollTop: number, screens: number): Window {
    const { heights, length } = this.list;
    const { sight } = this.view;
    const top = scrollTop - this.#table.offsetTop;
    const from = heights.indexAt(top - screens * sight);
    const to = heights.indexAt(top + (1 + screens) * sight) + 1;
    return { from, to: Math.min(to, length) };
  }

  #forget(): void {
    this.list.clear();
    for (const body of this.#bodies.values()) body.remove();
    this.#bodies.clear();
    this.#asked = undefined;
    this.#isNew = true;
  }

  #render(markup: ReadonlyMap<number, string>): void {
    const { from, to } = this.#shown;
    const ids = Array.from({ length: to - from }, (_, i) => this.list.id(from + i) as number);
    const wanted = new Set(ids);
    for (const [id, body] of this.#bodies) {
      if (wanted.has(id)) continue;
      body.remove();
      this.#bodies.delete(id);
    }
    let next = this.#above.nextElementSibling;
    ids.forEach((id, i) => {
      const body = this.#patched(id, markup.get(id));
      // The head is the first row.
      for (const line of body.rows) line.ariaRowIndex = String(from + i + 2);
      if (body === next) next = body.nextElementSibling;
      else this.#table.insertBefore(body, next);
    });
    this.#table.ariaRowCount = String(this.list.length + 1);
  }

  #patched(id: number, markup: string | undefined): HTMLTableSectionElement {
    const known = this.#bodies.get(id);
    if (known && markup === undefined) return known;
    const wanted = element('tbody', { 'data-row': id });
    wanted.innerHTML = markup ?? '';
    dress(wanted);
    if (known) {
      patchContent(known, wanted);
      return known;
    }
    this.#bodies.set(id, wanted);
    return wanted;
  }

  /** Makes a change, measures what is in the page, and scrolls so that what was in sight is where it was. */
  #keepingPlace(change: () => void): void {
    this.#scroller.look();
    const anchors = this.#anchors();
    change();
    this.#measure();
    // While rows went, less was there than was scrolled by: nobody scrolled then.
    this.#scroller.settle();
    for (const { id, offset } of anchors) {
      const index = this.list.indexOf(id);
      if (index === undefined) continue;
      this.#scroller.to(this.topOf(index) + offset);
      return;
    }
  }

  /** The rows in sight from above. While the caption is in sight nothing is held. */
  #anchors(): Anchor[] {
    const { top } = this.#scroller;
    if (top < this.#table.offsetTop) return [];
    const { from, to } = this.#around(top, 0);
    return Array.from({ length: to - from }, (_, i) => ({
      id: this.list.id(from + i) as number,
      offset: top - this.topOf(from + i),
    }));
  }

  #measure(): void {
    const { from, to } = this.#shown;
    const { heights } = this.list;
    setHeight(this.#above, heights.before(from));
    setHeight(this.#below, heights.total - heights.before(to));
    for (let index = from; index < to; index++) {
      const body = this.#bodies.get(this.list.id(index) as number);
      if (body) this.list.measure(index, body.getBoundingClientRect().height);
    }
  }

  #marksOf(id: number): Mark[] {
    const body = this.#bodies.get(id);
    if (!body) return [];
    const { top } = body.getBoundingClientRect();
    return [...body.querySelectorAll<HTMLElement>('[data-line]')].map((piece) => ({
      line: Number(piece.dataset.line),
      y: piece.getBoundingClientRect().top - top,
    }));
  }
}

function contains(outer: Window, inner: Window): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}

function spacer(): HTMLTableSectionElement {
  return element('tbody', { class: 'spacer', 'aria-hidden': 'true' }, element('tr', {}, element('td')));
}

function setHeight(space: HTMLTableSectionElement, height: number): void {
  space.hidden = height <= 0;
  (space.querySelector('td') as HTMLElement).style.height = `${height}px`;
}

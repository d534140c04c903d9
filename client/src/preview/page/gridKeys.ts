import { atEdge, beside, columnOf, stopOf, stopsIn } from './cells.ts';
import { idOf, rowOf } from './pieces.ts';
import type { Scrolling } from './scrolling.ts';
import type { VirtualRows } from './virtualRows.ts';

/** What the keys of the grid lead to, besides other cells. */
export interface GridActions {
  /** Enter: to the text. */
  readonly reveal: (stop: HTMLElement) => void;
  /** F2: what is found here. */
  readonly explain: (stop: HTMLElement) => void;
}

type Which = 'first' | 'last';

/**
 * The keyboard in the table: one stop is part of the page's tab order, arrow keys and the like go from stop to stop,
 * also to rows that are not in the page yet.
 */
export class GridKeys {
  readonly #table: HTMLTableElement;
  readonly #rows: VirtualRows;
  readonly #scrolling: Scrolling;
  readonly #actions: GridActions;
  #current: HTMLElement | undefined;
  /** The row and the column of the stop, also when its row has left the page. */
  #row: number | undefined;
  #column = 0;
  /** Where the keyboard is to be once the row is in the page. */
  #wanted: { readonly row: number; readonly which: Which } | undefined;
  #hadFocus = false;

  constructor(table: HTMLTableElement, rows: VirtualRows, scrolling: Scrolling, actions: GridActions) {
    this.#table = table;
    this.#rows = rows;
    this.#scrolling = scrolling;
    this.#actions = actions;
    table.addEventListener('keydown', (event) => this.#press(event));
    table.addEventListener('focusin', ({ target }) => this.#arrive(target as Element));
  }

  /** To be called before rows leave the page. */
  hold(): void {
    this.#hadFocus = this.#table.contains(document.activeElement);
  }

  /** Rows have come and gone: keeps a stop in the tab order, and the focus in the table if it was there. */
  settle(): void {
    if (this.#wanted) this.#go(this.#wanted.row, this.#wanted.which);
    if (!this.#current?.isConnected) {
      const own = this.#row === undefined ? undefined : this.#rows.body(this.#row);
      this.#current = undefined;
      const [first] = this.#rows.bodies;
      const row = own ?? first;
      const [stop] = row ? stopsIn(row, own ? this.#column : 0) : [];
      if (stop) this.#choose(stop);
    }
    if (this.#hadFocus && !this.#table.contains(document.activeElement)) this.#table.focus({ preventScroll: true });
    this.#hadFocus = false;
  }

  /** Into the table, as Tab would lead there. */
  focus(): void {
    this.#current?.focus();
  }

  #arrive(target: Element): void {
    const stop = stopOf(target);
    const row = stop && rowOf(stop);
    if (!stop || !row) return;
    this.#row = idOf(row);
    const cell = stop.closest('th, td') as HTMLTableCellElement;
    // A cell over several columns does not change the column that the arrow keys keep to.
    const column = columnOf(row, stop);
    if (this.#column < column || this.#column >= column + cell.colSpan) this.#column = column;
    this.#choose(stop);
  }

  #choose(stop: HTMLElement): void {
    if (this.#current) this.#current.tabIndex = -1;
    this.#current = stop;
    stop.tabIndex = 0;
  }

  #press(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
    if ((event.target as Element).closest('button')) return;
    if (!this.#act(event.key, event.ctrlKey)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a key is for; whether it is for something. */
  #act(key: string, withControl: boolean): boolean {
    const count = this.#rows.list.length;
    const index = this.#row === undefined ? undefined : this.#rows.list.indexOf(this.#row);
    const stop = this.#current;
    const row = stop && rowOf(stop);
    if (index === undefined || count === 0) return false;
    if (withControl) {
      if (key === 'Home') this.#toEnd(0, 0, 'first');
      else if (key === 'End') this.#toEnd(count - 1, Number.POSITIVE_INFINITY, 'last');
      else return false;
      return true;
    }
    if (key === 'PageDown' || key === 'PageUp') this.#page(index, key === 'PageDown' ? 1 : -1);
    else if (key === 'ArrowDown' || key === 'ArrowUp') this.#step(index, key === 'ArrowDown' ? 1 : -1);
    else if (!stop || !row || idOf(row) !== this.#row) return false;
    else if (key === 'ArrowRight' || key === 'ArrowLeft') this.#focus(beside(row, stop, key === 'ArrowRight' ? 1 : -1));
    else if (key === 'Home' || key === 'End') this.#focus(atEdge(row, stop, key === 'Home' ? 'start' : 'end'));
    else if (key === 'Enter') this.#actions.reveal(stop);
    else if (key === 'F2') this.#actions.explain(stop);
    else return false;
    return true;
  }

  /** To the next stop of the column, or into the next row. From a row that is out of sight first back to it. */
  #step(index: number, step: 1 | -1): void {
    const row = this.#rows.body(this.#row as number);
    if (!row || !this.#current || !row.contains(this.#current)) {
      this.#goTo(index, 'first');
      return;
    }
    const stops = stopsIn(row, this.#column);
    const next = stops[stops.indexOf(this.#current) + step];
    if (next) this.#focus(next);
    else this.#goTo(index + step, step > 0 ? 'first' : 'last');
  }

  /** A screen further, or at least a row. */
  #page(index: number, step: 1 | -1): void {
    const { heights, length } = this.#rows.list;
    const at = heights.indexAt(heights.before(index) + step * this.#rows.view.sight);
    const next = step > 0 ? Math.max(at, index + 1) : Math.min(at, index - 1);
    this.#goTo(Math.max(0, Math.min(next, length - 1)), 'first');
  }

  #toEnd(index: number, column: number, which: Which): void {
    this.#column = column;
    this.#goTo(index, which);
  }

  #goTo(index: number, which: Which): void {
    const id = this.#rows.list.id(index);
    if (id !== undefined) this.#go(id, which);
  }

  #go(row: number, which: Which): void {
    this.#wanted = undefined;
    const body = this.#rows.body(row);
    const stops = body ? stopsIn(body, this.#column) : [];
    const stop = which === 'first' ? stops[0] : stops.at(-1);
    if (stop) {
      this.#row = row;
      this.#focus(stop);
      return;
    }
    this.#wanted = { row, which };
    this.#scrolling.toPiece(row, () => undefined);
  }

  #focus(stop: HTMLElement | undefined): void {
    if (!stop) return;
    stop.focus({ preventScroll: true });
    this.#scrolling.toPiece(idOf(rowOf(stop) as HTMLTableSectionElement), () => stop);
  }
}

import type { PageCursor } from '../../../../server/src/protocol.ts';
import { AT_CURSOR } from './patch.ts';
import { pieceAt } from './pieces.ts';
import type { Scrolling } from './scrolling.ts';
import type { VirtualRows } from './virtualRows.ts';

/** Marks the row where the cursor of the editor stands, and the piece of it. */
export class CursorMark {
  readonly #rows: VirtualRows;
  readonly #scrolling: Scrolling;
  #row: number | undefined;

  constructor(rows: VirtualRows, scrolling: Scrolling) {
    this.#rows = rows;
    this.#scrolling = scrolling;
  }

  /**
   * Another row comes into sight, where it may; in the same row nothing is scrolled, for somebody is writing there.
   * @param mayScroll not where the page is not to follow the editor, or has just been put to a line
   */
  show(cursor: PageCursor | null, mayScroll: boolean): void {
    for (const row of this.#rows.bodies) {
      row.removeAttribute('aria-current');
      for (const piece of row.querySelectorAll(`.${AT_CURSOR}`)) piece.classList.remove(AT_CURSOR);
    }
    const before = this.#row;
    this.#row = cursor?.id;
    if (!cursor) return;
    const row = this.#rows.body(cursor.id);
    if (row) {
      row.ariaCurrent = 'true';
      pieceAt(row, cursor.offset)?.classList.add(AT_CURSOR);
    }
    if (cursor.id === before || !mayScroll) return;
    this.#scrolling.toPiece(cursor.id, () => {
      const shown = this.#rows.body(cursor.id);
      return shown && (pieceAt(shown, cursor.offset) ?? shown);
    });
  }
}

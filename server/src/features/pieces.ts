import type { TextEdit } from '../rules/rule.ts';

/** A part of the text that was there at first, or a text that was put in. */
type Piece = { readonly start: number; readonly end: number } | string;

/** A text that is edited again and again, and remembers what of it was there at first. */
export class Pieces {
  readonly #length: number;
  #pieces: readonly Piece[];

  constructor(text: string) {
    this.#length = text.length;
    this.#pieces = [{ start: 0, end: text.length }];
  }

  /** Applies edits to the text as it is now; in order, not overlapping. */
  replace(edits: readonly TextEdit[]): void {
    const out: Piece[] = [];
    const rest = new Rest(this.#pieces);
    let at = 0;
    for (const { start, end, text } of edits) {
      out.push(...rest.take(start - at));
      rest.take(end - start);
      if (text !== '') out.push(text);
      at = end;
    }
    out.push(...rest.take(Number.POSITIVE_INFINITY));
    this.#pieces = out;
  }

  /** The edits that make the text of now out of the first, in order. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let put = '';
    const close = (start: number) => {
      if (start > at || put !== '') edits.push({ start: at, end: start, text: put });
      put = '';
    };
    for (const piece of this.#pieces) {
      if (typeof piece === 'string') put += piece;
      else {
        close(piece.start);
        at = piece.end;
      }
    }
    close(this.#length);
    return edits;
  }
}

/** What is left of some pieces while they are taken one after another. */
class Rest {
  readonly #pieces: readonly Piece[];
  #next = 0;
  /** How much of the next piece is taken. */
  #taken = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** The pieces of so many characters. */
  take(length: number): Piece[] {
    const out: Piece[] = [];
    let left = length;
    for (let piece = this.#pieces[this.#next]; piece !== undefined && left > 0; piece = this.#pieces[this.#next]) {
      const whole = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      const size = Math.min(left, whole - this.#taken);
      if (size > 0) out.push(part(piece, this.#taken, this.#taken + size));
      left -= size;
      this.#taken += size;
      if (this.#taken < whole) break;
      this.#next++;
      this.#taken = 0;
    }
    return out;
  }
}

function part(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
}

import type { ListedRow } from '../../../../server/src/protocol.ts';
import { Sums } from './sums.ts';

/** How high a line of text is until one was seen, in pixels. */
const LINE_HEIGHT = 22;

/**
 * The rows of the table in their order, the few that are in the page and all others: how many lines of the text each
 * stands for, and how high it is. A height is measured once the row is seen and remembered by the row's number, so that
 * a row that changes or moves keeps it; until then it is guessed.
 */
export class ListedRows {
  readonly heights = new Sums();
  readonly lines = new Sums();
  /** Lines of the text before the first row. */
  leading = 0;
  #ids: number[] = [];
  #guesses: number[] = [];
  #lineHeight = LINE_HEIGHT;
  readonly #measured = new Map<number, number>();
  /** Where each row stands; made when it is asked for. */
  #places: Map<number, number> | undefined;

  get length(): number {
    return this.#ids.length;
  }

  id(index: number): number | undefined {
    return this.#ids[index];
  }

  /** Where a row stands; undefined where there is none of that number. */
  indexOf(id: number): number | undefined {
    this.#places ??= new Map(this.#ids.map((each, i) => [each, i]));
    return this.#places.get(id);
  }

  /** Whether rows stand beside lines of the text: not where they are put in another order. */
  get hasLines(): boolean {
    return this.lines.total > 0;
  }

  splice(at: number, removed: number, added: readonly ListedRow[]): void {
    const gone = this.#ids.slice(at, at + removed);
    this.#ids = [...this.#ids.slice(0, at), ...added.map(([id]) => id), ...this.#ids.slice(at + removed)];
    this.#guesses = [
      ...this.#guesses.slice(0, at),
      ...added.map(([, , height]) => height),
      ...this.#guesses.slice(at + removed),
    ];
    if (gone.length !== added.length || added.some(([id], i) => id !== gone[i])) this.#places = undefined;
    const stays = new Set(added.map(([id]) => id));
    for (const id of gone) if (!stays.has(id)) this.#measured.delete(id);
    this.lines.splice(
      at,
      removed,
      added.map(([, lines]) => lines),
    );
    this.heights.splice(
      at,
      removed,
      added.map(([id, , height]) => this.#measured.get(id) ?? height * this.#lineHeight),
    );
  }

  clear(): void {
    this.splice(0, this.length, []);
    this.leading = 0;
  }

  /** A row was seen. */
  measure(index: number, height: number): void {
    const id = this.#ids[index];
    if (id === undefined) return;
    this.#measured.set(id, height);
    this.heights.set(index, height);
  }

  /** Guesses the heights of what was not seen by that of what was. */
  calibrate(): void {
    let guessed = 0;
    let measured = 0;
    this.#ids.forEach((id, i) => {
      const height = this.#measured.get(id);
      if (height === undefined) return;
      guessed += this.#guesses[i] as number;
      measured += height;
    });
    if (guessed === 0 || measured === 0) return;
    this.#lineHeight = measured / guessed;
    this.#ids.forEach((id, i) => {
      if (!this.#measured.has(id)) this.heights.set(i, (this.#guesses[i] as number) * this.#lineHeight);
    });
  }
}

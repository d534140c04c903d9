import { trimmed } from '../../syntax/text.ts';
import { BEFORE_OTHER, type CommentData } from '../tableJson/tableData.ts';

/** Notes what the comments of a block stand before, as they come. */
export class CommentPlaces {
  readonly #comments: CommentData[] = [];
  #waiting: string[] = [];

  /** @param line with its `//`, in whatever width */
  comment(line: string): void {
    this.#waiting.push(trimmed(trimmed(line).slice(2)));
  }

  /** What stands behind the comments that came last; without a label, nothing does. */
  before(label?: string, index?: number): void {
    for (const text of this.#waiting) {
      this.#comments.push({ text, ...(label !== undefined && { before: label }), ...(index && { index }) });
    }
    this.#waiting = [];
  }

  beforeOther(index: number): void {
    this.before(BEFORE_OTHER, index);
  }

  get comments(): readonly CommentData[] {
    this.before();
    return this.#comments;
  }
}

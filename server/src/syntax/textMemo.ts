/** Of texts that are longer, hardly any stands twice. */
const LONGEST = 64;

/** How many texts are known in each of the two generations. */
const KEPT = 1_024;

/**
 * What was found out about short texts, where that depends on nothing but the text: in a table the same classes, names
 * and values stand over and over. Texts that were not asked for since so many others came are forgotten.
 */
export class TextMemo<Found extends object> {
  #young = new Map<string, Found>();
  #old: ReadonlyMap<string, Found> = new Map();

  /** What is known of a text. */
  get(text: string): Found | undefined {
    const known = this.#young.get(text);
    if (known !== undefined) return known;
    const old = this.#old.get(text);
    if (old !== undefined) this.set(text, old);
    return old;
  }

  /** Keeps what was found out about a text, and gives it back. */
  set(text: string, found: Found): Found {
    if (text.length > LONGEST) return found;
    if (this.#young.size >= KEPT) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(text, found);
    return found;
  }
}

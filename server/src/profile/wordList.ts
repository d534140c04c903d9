/**
 * Words that a text is looked through for. Texts and words are compared as they are: squeeze a text first. The words
 * are data of a profile, so they never become part of a regular expression.
 */
export class WordList {
  /** The words by their first character: most places of a text begin none. */
  readonly #byInitial = new Map<number, string[]>();
  readonly #all: ReadonlySet<string>;

  constructor(words: readonly string[]) {
    this.#all = new Set(words);
    for (const word of this.#all) {
      const same = this.#byInitial.get(word.charCodeAt(0));
      if (same) same.push(word);
      else this.#byInitial.set(word.charCodeAt(0), [word]);
    }
    for (const same of this.#byInitial.values()) same.sort((a, b) => b.length - a.length);
  }

  /** The first word in a text, the longest where several begin at one place; undefined where there is none. */
  in(text: string): string | undefined {
    for (let i = 0; i < text.length; i++) {
      const found = this.#byInitial.get(text.charCodeAt(i))?.find((word) => text.startsWith(word, i));
      if (found) return found;
    }
    return undefined;
  }

  /** The longest word that a text begins with, or goes on with at an offset. */
  startOf(text: string, at = 0): string | undefined {
    return this.#byInitial.get(text.charCodeAt(at))?.find((word) => text.startsWith(word, at));
  }

  /** The longest word that a text ends in. */
  endOf(text: string): string | undefined {
    for (let i = 0; i < text.length; i++) {
      const found = this.#byInitial
        .get(text.charCodeAt(i))
        ?.find((word) => i + word.length === text.length && text.startsWith(word, i));
      if (found) return found;
    }
    return undefined;
  }

  /** Whether a text is one of the words. */
  has(text: string): boolean {
    return this.#all.has(text);
  }
}

/**
 * Words that a text is looked through for. Texts and words are compared as they are: squeeze a text first. The words
 * are data of a profile, so they never become part of a regular expression.
 */
export class WordList {
  /** The words by their first character: most places of a text begin none. */
  readonly #byInitial = new Map<number, string[]>();
  /** The words by their last character. */
  readonly #byFinal = new Map<number, string[]>();
  readonly #all: ReadonlySet<string>;

  constructor(words: readonly string[]) {
    this.#all = new Set(words);
    for (const word of [...this.#all].sort((a, b) => b.length - a.length)) {
      add(this.#byInitial, word.charCodeAt(0), word);
      add(this.#byFinal, word.charCodeAt(word.length - 1), word);
    }
  }

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  /** The words in their order. */
  get list(): readonly string[] {
    return [...this.#all];
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
    return this.#byFinal.get(text.charCodeAt(text.length - 1))?.find((word) => text.endsWith(word));
  }

  /** Whether a text is one of the words. */
  has(text: string): boolean {
    return this.#all.has(text);
  }
}

function add(index: Map<number, string[]>, character: number, word: string): void {
  const same = index.get(character);
  if (same) same.push(word);
  else index.set(character, [word]);
}

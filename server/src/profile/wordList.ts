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
  /** By the last eight bits of a character whether it may begin a word. */
  readonly #mayBegin = new Uint8Array(256);

  constructor(words: readonly string[]) {
    this.#all = new Set(words);
    for (const word of [...this.#all].sort((a, b) => b.length - a.length)) {
      add(this.#byInitial, word.charCodeAt(0), word);
      this.#mayBegin[word.charCodeAt(0) & 255] = 1;
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
      const code = text.charCodeAt(i);
      if (this.#mayBegin[code & 255] === 0) continue;
      const found = wordAt(text, i, this.#byInitial.get(code));
      if (found) return found;
    }
    return undefined;
  }

  /** The longest word that a text begins with, or goes on with at an offset. */
  startOf(text: string, at = 0): string | undefined {
    return wordAt(text, at, this.#byInitial.get(text.charCodeAt(at)));
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

function wordAt(text: string, at: number, words: readonly string[] | undefined): string | undefined {
  if (words) for (const word of words) if (text.startsWith(word, at)) return word;
  return undefined;
}

function add(index: Map<number, string[]>, character: number, word: string): void {
  const same = index.get(character);
  if (same) same.push(word);
  else index.set(character, [word]);
}

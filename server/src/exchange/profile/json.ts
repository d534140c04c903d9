import type { Span } from '../../syntax/nodes.ts';

/** A JSON value and where it stands in its text. */
export interface JsonNode extends Span {
  /** The value itself. */
  readonly value: unknown;
  /** Of an array. */
  readonly items?: readonly JsonNode[];
  /** Of an object, each member in order. */
  readonly members?: readonly JsonMember[];
}

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: JsonNode;
}

/** Where a text stops being JSON. */
export class NotJson extends Error {
  readonly at: number;

  constructor(at: number) {
    super('not JSON');
    this.at = at;
  }
}

/** Nobody writes data deeper than this. */
const DEEPEST = 64;

/**
 * Reads JSON with the place of every value. A byte order mark is left out.
 * @throws NotJson
 */
export function readJson(text: string): JsonNode {
  const reader = new Reader(text);
  const node = reader.value(0);
  reader.skipSpaces();
  if (reader.at < text.length) throw new NotJson(reader.at);
  return node;
}

class Reader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
    if (text.charCodeAt(0) === 0xfeff) this.at = 1;
  }

  skipSpaces(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
  }

  value(depth: number): JsonNode {
    this.skipSpaces();
    const start = this.at;
    if (depth > DEEPEST) throw new NotJson(start);
    switch (this.text[start]) {
      case '{':
        return this.object(start, depth);
      case '[':
        return this.array(start, depth);
      case '"':
        return { value: this.string(), start, end: this.at };
      default:
        return this.word(start);
    }
  }

  object(start: number, depth: number): JsonNode {
    const members: JsonMember[] = [];
    this.list('}', () => {
      const keyStart = this.at;
      const key = this.string();
      const keySpan = { start: keyStart, end: this.at };
      this.skipSpaces();
      this.mark(':');
      members.push({ key, keySpan, node: this.value(depth + 1) });
    });
    // Not by assignment: `__proto__` is a name like any other.
    const value = Object.fromEntries(members.map(({ key, node }) => [key, node.value]));
    return { value, members, start, end: this.at };
  }

  array(start: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.list(']', () => {
      items.push(this.value(depth + 1));
    });
    return { value: items.map(({ value }) => value), items, start, end: this.at };
  }

  /** What stands between an opening mark and the closing one, parted by commas. */
  list(close: string, item: () => void): void {
    this.at++;
    this.skipSpaces();
    if (this.text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      this.skipSpaces();
      item();
      this.skipSpaces();
      if (this.text[this.at] === close) {
        this.at++;
        return;
      }
      this.mark(',');
    }
  }

  mark(mark: string): void {
    if (this.text[this.at] !== mark) throw new NotJson(this.at);
    this.at++;
  }

  string(): string {
    const start = this.at;
    if (this.text[start] !== '"') throw new NotJson(start);
    let end = start + 1;
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === '\\' ? 2 : 1;
    this.at = end + 1;
    return parsed(this.text.slice(start, end + 1), start) as string;
  }

  word(start: number): JsonNode {
    const [word = ''] = /^[\w.+-]*/.exec(this.text.slice(start, start + 64)) ?? [];
    this.at = start + word.length;
    return { value: parsed(word, start), start, end: this.at };
  }
}

/** The language's own reader knows best what a string or a number is. */
function parsed(text: string, at: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotJson(at);
  }
}

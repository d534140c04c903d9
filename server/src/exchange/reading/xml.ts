import { Parser } from 'htmlparser2';
import { MAX_DEPTH } from './limits.ts';
import { cannotRead } from './messages.ts';
import type { Zip } from './zip.ts';

/** The standard decoder, which Node and browsers both have; the pure part sees neither's types. */
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean });
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

/** What is told of an XML document, in its order. */
export interface XmlReader {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Attributes by their names as they are written. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * Reads a part of a zip file as XML while it inflates; false where there is no such part. Elements of the namespace that
 * the root is in are named without a prefix (`row`), others as they are written (`mc:Fallback`). No declarations are
 * followed: a document type is refused.
 */
export function readXmlPart(zip: Zip, name: string, reader: XmlReader): boolean {
  let decoder: TextDecoder | undefined;
  const xml = new XmlParser(reader);
  const isThere = zip.read(name, (piece) => {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    xml.write(decoder.decode(piece, { stream: true }));
  });
  if (!isThere) return false;
  xml.write(decoder?.decode() ?? '');
  xml.end();
  return true;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

class XmlParser {
  readonly #parser: Parser;
  /** The prefix of the root with its colon. */
  #prefix: string | undefined;
  #depth = 0;

  constructor(reader: XmlReader) {
    const local = (name: string) => {
      this.#prefix ??= name.slice(0, name.indexOf(':') + 1);
      return this.#prefix !== '' && name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : name;
    };
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => {
          if (++this.#depth > MAX_DEPTH) throw cannotRead('tooDeep');
          reader.open?.(local(name), attributes);
        },
        onclosetag: (name) => {
          this.#depth--;
          reader.close?.(local(name));
        },
        ontext: (text) => reader.text?.(text),
        onprocessinginstruction: (name) => {
          if (/^!doctype/i.test(name)) throw cannotRead('entities');
        },
      },
      { xmlMode: true },
    );
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  /** What is still open is missing its end. */
  end(): void {
    if (this.#depth > 0 || this.#prefix === undefined) throw cannotRead('damaged');
    this.#parser.end();
  }
}

/** The value of an attribute whatever its prefix, such as `id` of `r:id`, but not that of one without. */
export function prefixed(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

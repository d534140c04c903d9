/** The standard decoder, which Node and browsers both have; the pure part sees neither's types. */
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean });
  decode(bytes: Uint8Array): string;
}

/**
 * The text of a file: UTF-8 or UTF-16 with its mark, UTF-8 without one, else GB18030 (which GBK and GB2312 are part
 * of). A byte order mark is left out. Undefined where the bytes are none of these, or hold a NUL as no text does.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encodings =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? undefined : text;
    } catch {
      // Not in this encoding.
    }
  }
  return undefined;
}

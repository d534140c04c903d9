/** The standard functions, which Node and browsers both have; the pure part sees neither's types. */
declare function atob(text: string): string;
declare function btoa(text: string): string;

/** As many bytes at once as a function may be given arguments; a multiple of three, so that the pieces join. */
const PIECE = 24_576;

/** Bytes as a text that travels in JSON. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  }
  return pieces.join('');
}

/** @throws where the text is no base64 */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

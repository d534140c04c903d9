import { inflate } from '../inflate.ts';
import { MAX_INFLATED_BYTES } from '../limits.ts';
import { cannotRead } from '../messages.ts';

const STREAM = 'stream';
const END = 'endstream';
/** So much of what stands before a stream says what it is. */
const HEAD = 600;

/**
 * Counts what the streams of a PDF inflate to before a library does it. Pictures are left out: nobody unpacks them.
 */
export function checkStreams(bytes: Uint8Array): void {
  let left = MAX_INFLATED_BYTES;
  for (let at = find(bytes, STREAM, 0); at >= 0; at = find(bytes, STREAM, at)) {
    const start = lineAfter(bytes, at + STREAM.length);
    const end = find(bytes, END, start);
    const data = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (isDeflated(data) && find(bytes.subarray(Math.max(0, at - HEAD), at), '/Image', 0) < 0) left = count(data, left);
    at = end < 0 ? bytes.length : end + END.length;
  }
}

/** What is left of so many bytes. */
function count(data: Uint8Array, most: number): number {
  const HEADER = 2;
  let left = most;
  try {
    inflate(data.subarray(HEADER), (piece) => {
      left -= piece.length;
      if (left < 0) throw cannotRead('bomb');
    });
  } catch (error) {
    // Data that ends too soon is for the library to judge.
    if (left < 0) throw error;
  }
  return left;
}

function isDeflated([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0;
}

function lineAfter(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2;
  return bytes[at] === 0x0a || bytes[at] === 0x0d ? at + 1 : at;
}

function find(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let i = 1;
    while (i < word.length && bytes[at + i] === word.charCodeAt(i)) i++;
    if (i === word.length) return at;
  }
  return -1;
}

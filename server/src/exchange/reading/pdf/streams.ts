import { inflate } from '../inflate.ts';
import { MAX_PDF_BYTES, MAX_PDF_STREAM_BYTES } from '../limits.ts';
import { cannotRead } from '../messages.ts';

const STREAM = 'stream';
const END = 'endstream';
/** So much of what stands before a stream says what it is. */
const HEAD = 600;

/**
 * Counts what the streams of a PDF inflate to before a library does it. Pictures are left out: nobody unpacks them.
 */
export function checkStreams(bytes: Uint8Array): void {
  checkObjects(bytes);
  let left = MAX_PDF_BYTES;
  for (let at = find(bytes, STREAM, 0); at >= 0; at = find(bytes, STREAM, at)) {
    const start = lineAfter(bytes, at + STREAM.length);
    const end = find(bytes, END, start);
    const data = bytes.subarray(start, end < 0 ? bytes.length : end);
    const head = bytes.subarray(Math.max(0, at - HEAD), at);
    const says = (word: string) => find(head, word, 0) >= 0;
    if (isDeflated(data) && !says('/Image')) left -= sizeOf(data, says('/Length1') ? left : MAX_PDF_STREAM_BYTES);
    if (left < 0) throw cannotRead('bomb');
    at = end < 0 ? bytes.length : end + END.length;
  }
}

/** Where objects have no end, the library would look for it again and again. */
function checkObjects(bytes: Uint8Array): void {
  const MISSING = 1000;
  if (countOf(bytes, ' obj') > countOf(bytes, 'endobj') + MISSING) throw cannotRead('damaged');
}

function countOf(bytes: Uint8Array, word: string): number {
  let count = 0;
  for (let at = find(bytes, word, 0); at >= 0; at = find(bytes, word, at + word.length)) count++;
  return count;
}

/** What data inflates to, where that is not more than it may be. */
function sizeOf(data: Uint8Array, most: number): number {
  const HEADER = 2;
  let size = 0;
  try {
    inflate(data.subarray(HEADER), (piece) => {
      size += piece.length;
      if (size > most) throw cannotRead('bomb');
    });
  } catch (error) {
    // Data that ends too soon is for the library to judge.
    if (size > most) throw error;
  }
  return size;
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

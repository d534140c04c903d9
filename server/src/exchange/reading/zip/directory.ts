import { cannotRead } from '../messages.ts';

/** What a zip file's directory says of a part. */
export interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the part's own header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
/** Stands where a number is too large for its place; the true one is in the entry's extra field. */
const ELSEWHERE = 0xffffffff;

/** The parts by their names in lower case; of two with one name the first. */
export function readDirectory(bytes: Uint8Array, most: number): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = findEnd(view);
  const entries = new Map<string, Entry>();
  const count = view.getUint16(end + 10, true);
  if (count > most) throw cannotRead('tooLarge');
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== ENTRY) throw cannotRead('damaged');
    const nameEnd = at + ENTRY_SIZE + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) throw cannotRead('damaged');
    const name = nameOf(bytes.subarray(at + ENTRY_SIZE, nameEnd));
    if (!entries.has(name)) entries.set(name, readEntry(view, at, nameEnd, extraEnd));
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

function readEntry(view: DataView, at: number, extra: number, extraEnd: number): Entry {
  const large = largeNumbers(view, extra, extraEnd);
  const number = (offset: number) => {
    const value = view.getUint32(at + offset, true);
    return value === ELSEWHERE ? large() : value;
  };
  const size = number(24);
  const compressedSize = number(20);
  return {
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size,
    offset: number(42),
  };
}

/** Gives the large numbers of an extra field one after another. */
function largeNumbers(view: DataView, start: number, end: number): () => number {
  const LARGE = 1;
  let at = start;
  while (at + 4 <= end && view.getUint16(at, true) !== LARGE) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  return () => {
    if (at + 8 > end) throw cannotRead('damaged');
    const value = Number(view.getBigUint64(at, true));
    at += 8;
    return value;
  };
}

/** The record at the end, after which only a comment stands. */
function findEnd(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= least; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw cannotRead('damaged');
}

/** Names of parts that matter are ASCII; others only have to differ. */
function nameOf(bytes: Uint8Array): string {
  let name = '';
  for (const byte of bytes) name += String.fromCharCode(byte);
  return name.toLowerCase().replaceAll('\\', '/');
}

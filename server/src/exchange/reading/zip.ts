import { inflate } from './inflate.ts';
import { MAX_INFLATED_BYTES, MAX_RATIO, MAX_ZIP_ENTRIES, RATIO_FREE_BYTES } from './limits.ts';
import { cannotRead } from './messages.ts';
import { crcOf } from './zip/crc.ts';
import { type Entry, readDirectory } from './zip/directory.ts';

const STORED = 0;
const DEFLATED = 8;

/**
 * The parts of a zip file. Names are but keys to look up; nothing is written anywhere. A part is handed over piece by
 * piece while it inflates, and counted: what its header says of its size must be true.
 */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, Entry>;
  #left = MAX_INFLATED_BYTES;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#entries = readDirectory(bytes, MAX_ZIP_ENTRIES);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Whether any part's name begins so. */
  hasUnder(folder: string): boolean {
    for (const name of this.#entries.keys()) if (name.startsWith(folder)) return true;
    return false;
  }

  /** Hands over a part's bytes in pieces; false where there is no such part. */
  read(name: string, take: (piece: Uint8Array) => void): boolean {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return false;
    if (entry.isEncrypted) throw cannotRead('encrypted');
    if (entry.method !== STORED && entry.method !== DEFLATED) throw cannotRead('damaged');
    if (entry.size > this.#left) throw cannotRead('bomb');
    this.#checkRatio(entry.size, entry.compressedSize);
    let size = 0;
    let crc = 0;
    const count = (piece: Uint8Array) => {
      size += piece.length;
      this.#left -= piece.length;
      if (size > entry.size) throw cannotRead('damaged');
      crc = crcOf(piece, crc);
      take(piece);
    };
    const data = this.#dataOf(entry);
    if (entry.method === STORED) count(data);
    else inflate(data, count);
    if (size !== entry.size || crc !== entry.crc) throw cannotRead('damaged');
    return true;
  }

  #checkRatio(size: number, compressed: number): void {
    if (size > RATIO_FREE_BYTES && size > compressed * MAX_RATIO) throw cannotRead('bomb');
  }

  #dataOf({ offset, compressedSize }: Entry): Uint8Array {
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length);
    const HEADER = 30;
    if (offset + HEADER > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) throw cannotRead('damaged');
    const start = offset + HEADER + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + compressedSize > view.byteLength) throw cannotRead('damaged');
    return this.#bytes.subarray(start, start + compressedSize);
  }
}

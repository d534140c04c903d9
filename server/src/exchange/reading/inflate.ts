import { Inflate } from 'fflate';

/** So little goes in at once that even a bomb gives no more than 16 MB of it. */
const SLICE = 16 * 1024;
/** A block that is not packed comes out at its end, after 64 KB; where nothing comes out any more, nothing will. */
const SILENT_SLICES = 8;

/** Inflates data piece by piece, so that whoever takes the pieces can count them and throw. */
export function inflate(data: Uint8Array, take: (piece: Uint8Array) => void): void {
  let silent = 0;
  const stream = new Inflate((piece) => {
    if (piece.length === 0) return;
    silent = 0;
    take(piece);
  });
  for (let start = 0; start === 0 || start < data.length; start += SLICE) {
    if (++silent > SILENT_SLICES) return;
    stream.push(data.subarray(start, start + SLICE), start + SLICE >= data.length);
  }
}

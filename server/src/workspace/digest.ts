import { fold, isBlankCode } from '../syntax/characters.ts';

/** Han from here on stand for thirteen bits each. */
const FIRST = 0x4e00;
const BITS = 0x1fff;

/**
 * A text in five characters, half-width and without spaces, so that long ones need not be kept: 64 bits of hash. Other
 * texts have others, for all that a table can hold.
 */
export function digestOf(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const written = text.charCodeAt(i);
    if (isBlankCode(written)) continue;
    const code = fold(written);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b) ^ (two >>> 13);
  }
  return String.fromCharCode(
    FIRST + (one & BITS),
    FIRST + ((one >>> 13) & BITS),
    FIRST + (two & BITS),
    FIRST + ((two >>> 13) & BITS),
    FIRST + (((one >>> 26) << 6) | (two >>> 26)),
  );
}

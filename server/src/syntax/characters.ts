/**
 * What single characters mean to the language. All take and give UTF-16 code units; the language's own marks are all
 * in the basic plane, so a surrogate is simply text.
 */

/** Kinds of characters, as bits of the entries of `KINDS`. */
const SPACE = 1;
const LINE_END = 2;
const DIGIT = 4;
const SEPARATOR = 8;
const COLONS = 16;
const DASHES = 32;
/** What a squeezed word has not: blanks and full-width forms. */
const LOOSE = 64;
const ESCAPE = 128;

/** The kind of every UTF-16 code unit: readers ask for that of nearly every character, Han above all. */
const KINDS = new Uint8Array(0x10000);

/** Spaces of all widths; line ends are not spaces. */
export function isSpace(code: number): boolean {
  return ((KINDS[code] as number) & SPACE) !== 0;
}

export function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** Spaces and line ends. */
export function isBlankCode(code: number): boolean {
  return ((KINDS[code] as number) & (SPACE | LINE_END)) !== 0;
}

/** Whether a character may part the fields of an indicator, or end it. */
export function isSeparator(code: number): boolean {
  return ((KINDS[code] as number) & SEPARATOR) !== 0;
}

/** Half-width and full-width colons. */
export function isColon(code: number): boolean {
  return ((KINDS[code] as number) & COLONS) !== 0;
}

/** Dashes of all widths. */
export function isDash(code: number): boolean {
  return ((KINDS[code] as number) & DASHES) !== 0;
}

/** Colons, dashes and the escape: what is looked for in the text of indicators. */
export function isIndicatorMark(code: number): boolean {
  return ((KINDS[code] as number) & (COLONS | DASHES | ESCAPE)) !== 0;
}

/** Whether a character is part of a word as it is compared: no blank, no full-width form, no colon. */
export function isPlain(code: number): boolean {
  return ((KINDS[code] as number) & (LOOSE | COLONS)) === 0;
}

/** Separators, spaces and line ends. */
export function isBetweenFields(code: number): boolean {
  return ((KINDS[code] as number) & (SEPARATOR | SPACE | LINE_END)) !== 0;
}

/** The half-width form of a mark, digit or letter: `：` → `:`, `５` → `5`, `—` → `-`, `“` → `"`. Others are returned as they are. */
export function fold(code: number): number {
  if (code < 0x2010) return code === 0xa0 || code === 0x200b ? 0x20 : code;
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  if (code <= 0x2015) return 0x2d;
  if (code === 0x201c || code === 0x201d) return 0x22;
  if (code === 0x3000 || code === 0xfeff) return 0x20;
  return code;
}

/** Half-width and full-width digits. */
export function isDigit(code: number): boolean {
  return ((KINDS[code] as number) & DIGIT) !== 0;
}

export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const BACKSLASH = 0x5c;
/** `、`, which numbers an indicator. */
export const ENUMERATION = 0x3001;
/** `。`, which ends an indicator. */
export const FULL_STOP = 0x3002;

const SPACES = new Set([0x09, 0x0b, 0x0c, 0x20, 0xa0, 0x200b, 0x3000, 0xfeff]);

/** Where characters of some kind stand. All others, Han among them, are of none: nobody looks through them at the start. */
const SOME_KIND = [
  [0, 0xff],
  [0x200b, 0x201d],
  [0x3000, 0x3002],
  [0xfeff, 0xff5e],
] as const;

for (const code of SOME_KIND.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))) {
  const folded = fold(code);
  let kind = 0;
  if (SPACES.has(code)) kind = SPACE | LOOSE;
  else if (isLineEnd(code)) kind = LINE_END | LOOSE;
  else if (folded !== code) kind = LOOSE;
  if (folded >= 0x30 && folded <= 0x39) kind |= DIGIT;
  if (folded === COLON) kind |= COLONS;
  if (folded === DASH) kind |= DASHES;
  if (code === BACKSLASH) kind |= ESCAPE;
  if (folded === COLON || folded === SEMICOLON || folded === COMMA || code === FULL_STOP) kind |= SEPARATOR;
  if (kind !== 0) KINDS[code] = kind;
}

const HAN = /^\p{Script=Han}$/u;

/** Whether a code unit by itself is Han, as far as somebody asked: 1 where it is, 2 where not. */
const KNOWN_HAN = new Uint8Array(0x10000);

/** Whether a character (one code point, as a string) is Han. */
export function isHan(character: string): boolean {
  if (character.length !== 1) return HAN.test(character);
  const code = character.charCodeAt(0);
  if (KNOWN_HAN[code] === 0) KNOWN_HAN[code] = HAN.test(character) ? 1 : 2;
  return KNOWN_HAN[code] === 1;
}

/** A word as it is compared: half-width and without spaces. */
export function squeeze(text: string): string {
  let plain = 0;
  while (plain < text.length && ((KINDS[text.charCodeAt(plain)] as number) & LOOSE) === 0) plain++;
  if (plain === text.length) return text;
  let out = text.slice(0, plain);
  for (let i = plain; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code)) out += String.fromCharCode(fold(code));
  }
  return out;
}

/** Characters that XML cannot hold: most control characters, halves of characters, and two that are none. */
const NOT_XML = /(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu;
const HAS_NOT_XML = new RegExp(NOT_XML.source, 'u');
/** The beginning of what stands for a character in a workbook, or looks like it. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

export function isPrintable(text: string): boolean {
  return !HAS_NOT_XML.test(text);
}

/** A text with `\ufffd` for what XML cannot hold. */
export function printable(text: string): string {
  return isPrintable(text) ? text : text.replace(NOT_XML, '\ufffd');
}

/** A text as workbooks hold it (`_x0001_`, ECMA-376 part 1, 22.9.2.19); a carriage return would come back as a line feed. */
export function inWorkbook(text: string): string {
  const escaped = text.includes('_x') ? text.replace(ESCAPE, '_x005F_') : text;
  return isPrintable(escaped) && !/[\r\u007f]/.test(escaped)
    ? escaped
    : escaped.replace(NOT_XML, hexadecimal).replace(/[\r\u007f]/g, hexadecimal);
}

function hexadecimal(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

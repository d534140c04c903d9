/** Most texts need no more than a look. */
const UNUSUAL = /[\p{Cc}\u2028\u2029\ufeff]/u;
const LINE_BREAK = /\r\n?|[\u2028\u2029\v\f]/g;
/** Marks that nobody can see; a line break stays. */
const UNSEEN = /(?!\n)[\p{Cc}\ufeff]/gu;

/** A text as a cell holds it: lines parted by `\n`, without spaces around, without characters that nobody can see. */
export function cellText(text: string): string {
  if (!UNUSUAL.test(text)) return text.trim();
  const lines = text.replace(LINE_BREAK, '\n').replaceAll('\t', ' ').replace(UNSEEN, '').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

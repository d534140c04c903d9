import type { Bilingual } from '../../profile/profile.ts';
import { type Args, fillIn, type Language } from '../../rules/rule.ts';

/** Blanks, and characters that are not seen but may change how the others are. */
const BLANKS = /[\s\p{Cc}\p{Cf}]+/gu;
/** Marks that are markup, or the beginning of it, wherever they stand. */
const MARKUP = /[\\`*_[\]<>&~|$@]/g;
/** What makes a list, a heading or a rule of a line it begins. */
const LINE_START = /^(?:[#+-]|\d{1,9}(?=[.)]))/;
/** What makes a link of an address. */
const ADDRESS = /:(?=\/)|(?<=www)\./gi;

/** A text as Markdown that shows it and nothing else: no markup, no link, no HTML, and on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(BLANKS, ' ')
    .trim()
    .replace(MARKUP, '\\$&')
    .replace(ADDRESS, '\\$&')
    .replace(LINE_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A message in a language, its words in braces put in. They must be Markdown already. */
export function say(message: Bilingual, language: Language, args?: Args): string {
  return fillIn(message[language], args);
}

export function bold(text: string): string {
  return `**${escapeMarkdown(text)}**`;
}

export function paragraphs(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part).join('\n\n');
}

export function list(items: readonly (string | false | undefined)[]): string {
  return items
    .filter((item) => item)
    .map((item) => `- ${item}`)
    .join('\n');
}

const ALIGNED = { left: ':--', center: ':-:', right: '--:' };

/** Rows of cells, the first row being the heads, and how each column is aligned. Cells are Markdown. */
export function table(rows: readonly (readonly string[])[], columns: readonly (keyof typeof ALIGNED)[]): string {
  const [heads = [], ...others] = rows;
  const lines = [heads, columns.map((side) => ALIGNED[side]), ...others];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Parts of one line, put apart from each other. */
export function beside(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part).join(' · ');
}

/** An enumeration as the language writes it. */
export function enumerated(items: readonly string[], language: Language): string {
  return items.join(language === 'zh' ? '、' : ', ');
}

import { MAX_SHEET_COLUMNS } from '../limits.ts';
import { cannotRead } from '../messages.ts';

/** So many records with quotation marks that do not match, and the marks of a text mean nothing. */
const MOST_MISMATCHES = 100;

/** What makes a program put a field in marks; with a comma some do, for they write amounts so. */
const NEEDS_MARKS = /["\n\t,]/;
/** Nothing, or a number. */
const NO_TEXT = /^[\s\d.,+-]*$/;

/**
 * The records of a comma- or tab-separated text with `\n` as its line break, one after another. A field in quotation
 * marks may hold separators, line breaks and doubled marks. In a record where they do not match they are part of the
 * text: a field must not swallow the rest of a file. Among tabs, where programs write marks only about fields that need
 * them, those that need none are the text's own, unless all texts of a record have them.
 */
export function* recordsOf(text: string, separator: string): Generator<string[]> {
  const nextSeparator = finder(text, separator);
  const nextLine = finder(text, '\n');
  let mismatches = 0;
  for (let at = 0; at < text.length; ) {
    const quoted = mismatches < MOST_MISMATCHES ? record(at, true) : undefined;
    if (!quoted) mismatches++;
    const { fields, end } = quoted ?? (record(at, false) as Read);
    yield fields;
    at = end + 1;
  }

  /** Undefined where a quotation mark has no counterpart. */
  function record(from: number, hasMarks: boolean): Read | undefined {
    const fields: string[] = [];
    /** Fields in marks that need none, and how many texts have none. */
    const needless: number[] = [];
    let plain = 0;
    for (let at = from; ; at++) {
      if (fields.length >= MAX_SHEET_COLUMNS) throw cannotRead('tooLarge');
      if (hasMarks && text[at] === '"') {
        const close = closingMark(text, at + 1);
        if (close === text.length || !isFieldEnd(text[close + 1])) return undefined;
        const inside = text.slice(at + 1, close);
        if (separator === '\t' && !NEEDS_MARKS.test(inside)) needless.push(fields.length);
        fields.push(inside.replaceAll('""', '"'));
        at = close + 1;
      } else {
        const end = Math.min(nextSeparator(at), nextLine(at));
        const field = text.slice(at, end);
        if (separator === '\t' && !NO_TEXT.test(field)) plain++;
        fields.push(field);
        at = end;
      }
      if (at < text.length && text[at] !== '\n') continue;
      if (plain > 0) for (const i of needless) fields[i] = `"${fields[i]}"`;
      return { fields, end: at };
    }
  }

  function isFieldEnd(letter: string | undefined): boolean {
    return letter === undefined || letter === '\n' || letter === separator;
  }
}

interface Read {
  readonly fields: string[];
  /** Where the record's line break stands, or the text's end. */
  readonly end: number;
}

/** Finds a letter from some place on, without looking through the same text twice. */
function finder(text: string, letter: string): (from: number) => number {
  let known = -1;
  let knownFrom = 0;
  return (from) => {
    if (known < from || from < knownFrom) {
      const found = text.indexOf(letter, from);
      known = found < 0 ? text.length : found;
      knownFrom = from;
    }
    return known;
  };
}

/** Beyond the end of the text where there is none. */
function closingMark(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

import { MAX_SHEET_COLUMNS } from '../limits.ts';
import { cannotRead } from '../messages.ts';

/** So many records with quotation marks that do not match, and the marks of a text mean nothing. */
const MOST_MISMATCHES = 100;

/**
 * The records of a comma- or tab-separated text with `\n` as its line break, one after another. A field in quotation
 * marks may hold separators, line breaks and doubled marks. In a record where they do not match they are part of the
 * text: a field must not swallow the rest of a file.
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
    for (let at = from; ; at++) {
      if (fields.length >= MAX_SHEET_COLUMNS) throw cannotRead('tooLarge');
      if (hasMarks && text[at] === '"') {
        const close = closingMark(text, at + 1);
        if (close === text.length || !isFieldEnd(text[close + 1])) return undefined;
        fields.push(text.slice(at + 1, close).replaceAll('""', '"'));
        at = close + 1;
      } else {
        const end = Math.min(nextSeparator(at), nextLine(at));
        fields.push(text.slice(at, end));
        at = end;
      }
      if (at >= text.length || text[at] === '\n') return { fields, end: at };
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

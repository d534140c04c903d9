import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '../limits.ts';

export interface Place {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
}

const MOST_LETTERS = 3;

/** The place that a name such as `B7` or `$B$7` gives; undefined where no sheet has it. */
export function placeOf(name: string): Place | undefined {
  let column = 0;
  let row = 0;
  let letters = 0;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    // Capital and small letters differ by this bit.
    const letter = (code | 0x20) - 0x60;
    if (code >= 0x30 && code <= 0x39 && letters > 0) row = row * 10 + code - 0x30;
    else if (letter >= 1 && letter <= 26 && row === 0 && ++letters <= MOST_LETTERS) column = column * 26 + letter;
    else if (name[i] !== '$') return undefined;
  }
  if (row < 1 || row > MAX_SHEET_ROWS || column > MAX_SHEET_COLUMNS) return undefined;
  return { row, column: column - 1 };
}

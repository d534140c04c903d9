import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '../limits.ts';

export interface Place {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
}

/** The place that a name such as `B7` gives; undefined where no sheet has it. */
export function placeOf(name: string): Place | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(name);
  if (!match) return undefined;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  if (row < 1 || row > MAX_SHEET_ROWS || column > MAX_SHEET_COLUMNS) return undefined;
  return { row, column: column - 1 };
}

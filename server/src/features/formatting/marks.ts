import { STYLE } from '../../syntax/style.ts';
import type { FormatSettings } from '../../workspace/settings.ts';

/** The marks that the formatter writes, with the space behind them. */
export interface Marks {
  /** Behind a label at a line's start. */
  readonly colon: string;
  /** Behind the colon of such a label, where a text follows. */
  readonly afterColon: string;
  /** Behind an indicator's number. */
  readonly afterNumber: string;
  /** Between classes, name and values. */
  readonly between: string;
  /** Behind a value label. */
  readonly afterLabel: string;
  /** At an indicator's end. */
  readonly end: string;
}

/** A full-width mark holds its space itself. */
const MARKS: Readonly<Record<FormatSettings['punctuation'], Marks>> = {
  half: { ...STYLE, colon: ':', afterColon: ' ', between: `${STYLE.between} ` },
  full: { ...STYLE, colon: '：', afterColon: '', between: '；', afterLabel: '：' },
};

export function marksOf({ punctuation }: FormatSettings): Marks {
  return MARKS[punctuation];
}

/** Before the lines of a goal, and before an indicator. */
export const INDENT = '  ';
/** Before what an indicator goes on with on a further line. */
export const DEEPER = INDENT + INDENT;

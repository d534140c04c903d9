/** The marks of an indicator as published tables write them: what is put in is written so, and what differs is found. */
export const STYLE = {
  /** Behind an indicator's number. */
  afterNumber: '、',
  /** Between classes, name and values. */
  between: ';',
  /** Behind a value label. */
  afterLabel: ':',
  /** At an indicator's end. */
  end: '。',
} as const;

/** Digits that a double holds for certain. */
const CERTAIN_DIGITS = 15;

/** Whether a spreadsheet, which counts in doubles, has exactly this number, written in digits with at most one point. */
export function isHeldExactly(number: string): boolean {
  return number.replace(/[-.]/g, '').replace(/^0+/, '').length <= CERTAIN_DIGITS;
}

import { Decimal } from './decimal.ts';

/** How a stated amount stands to what it should add up to. */
export type Comparison = 'equal' | 'rounding' | 'mismatch';

/** Half of the last digit an amount is shown with, by which each addend and the sum itself may have been rounded. */
const HALF_DIGIT = new Decimal(5, 3);

/** Compares a stated sum with its addends; a difference within 0.005 × (addends + 1) may come from rounding. */
export function compareSum(stated: Decimal, computed: Decimal, addends: number): Comparison {
  const difference = stated.minus(computed).abs();
  if (difference.isZero) return 'equal';
  return difference.compare(HALF_DIGIT.times(new Decimal(addends + 1))) <= 0 ? 'rounding' : 'mismatch';
}

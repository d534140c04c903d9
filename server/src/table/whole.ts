/**
 * A whole number of any size: a plain number as long as that is exact, which nearly all amounts are, else a bigint. Each
 * has one form only, so that equal ones are `===`.
 */
export type Whole = number | bigint;

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** Powers of ten that are exact as plain numbers. */
const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** A whole number in its form. */
export function whole(value: Whole): Whole {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : BigInt(value);
  return value <= MOST && value >= -MOST ? Number(value) : value;
}

export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return whole(BigInt(a) + BigInt(b));
}

export function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // There is no zero below zero.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return whole(BigInt(a) * BigInt(b));
}

export function negated(value: Whole): Whole {
  return times(value, -1);
}

/** 10 to the power of a number that is zero or more. */
export function powerOfTen(exponent: number): Whole {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/** Spreadsheets keep numbers as floats; so many digits of them are meant. */
const MEANT_DIGITS = 15;
/** Beyond that many places nobody wrote the number. */
const MOST_PLACES = 40;

/** Most numbers are written as they are meant. */
const isPlain = /^-?(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?$/;

/**
 * A number of a file written out: `5.873E1` and `58.730000000000004` are `58.73`. Moved by so many places to the left
 * (`0.9` by -2 is `90`). Undefined where it is no number.
 */
export function plainNumber(written: string, places = 0): string | undefined {
  if (places === 0 && isPlain.test(written)) return written;
  const number = readNumber(written);
  if (!number) return undefined;
  const { sign } = number;
  const digits = number.digits.replace(/^0+/, '');
  if (digits.replace(/0+$/, '').length > MEANT_DIGITS)
    return plainNumber(Number(written).toPrecision(MEANT_DIGITS), places);
  if (digits === '') return '0';
  const exponent = number.exponent - places;
  if (exponent > MOST_PLACES || exponent < -MOST_PLACES - digits.length) return written;
  if (exponent >= 0) return sign + digits + '0'.repeat(exponent);
  const padded = digits.padStart(1 - exponent, '0');
  const fraction = padded.slice(exponent).replace(/0+$/, '');
  const whole = padded.slice(0, exponent);
  return sign + (fraction ? `${whole}.${fraction}` : whole);
}

/** A number written out, rounded to fewer decimals than it has; undefined where it has no more. */
export function roundedNumber(plain: string, decimals: number): string | undefined {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.(\d+)$/.exec(plain) ?? [];
  if (fraction.length <= decimals) return undefined;
  const kept = BigInt(whole + fraction.slice(0, decimals)) + (Number(fraction[decimals]) >= 5 ? 1n : 0n);
  const digits = String(kept).padStart(decimals + 1, '0');
  const end = digits.length - decimals;
  return `${sign}${digits.slice(0, end)}${decimals > 0 ? `.${digits.slice(end)}` : ''}`;
}

/** The parts of a number: its value is digits × 10^exponent. */
function readNumber(written: string): { sign: string; digits: string; exponent: number } | undefined {
  const match = /^([+-]?)(\d{1,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(
    written.replace(/^([+-]?)\./, '$10.'),
  );
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  return { sign: sign === '-' ? '-' : '', digits: whole + fraction, exponent: Number(exponent) - fraction.length };
}

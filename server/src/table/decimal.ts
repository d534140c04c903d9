import { negated, plus, powerOfTen, times, type Whole, whole } from './whole.ts';

const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const MOST_DIGITS = 15;

/**
 * Exact decimals: a whole number of units of 10^-scale. Amounts are never floats.
 */
export class Decimal {
  readonly units: Whole;
  readonly scale: number;

  constructor(units: Whole, scale = 0) {
    this.units = whole(units);
    this.scale = scale;
  }

  static readonly zero = new Decimal(0);

  /** Reads plain digits with at most one point, such as `-1234.50`. Undefined for anything else. */
  static parse(text: string): Decimal | undefined {
    const sign = text.startsWith('-') ? 1 : 0;
    let point = -1;
    // Exact up to fifteen digits, which nearly all amounts have at most.
    let units = 0;
    for (let i = sign; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === DOT && point < 0 && i > sign) point = i;
      else if (code >= ZERO && code <= NINE) units = units * 10 + code - ZERO;
      else return undefined;
    }
    if (text.length === sign) return undefined;
    const scale = point < 0 ? 0 : text.length - point - 1;
    const isExact = text.length <= MOST_DIGITS;
    if (!isExact) return new Decimal(BigInt(text.replace('.', '')), scale);
    return new Decimal(sign === 1 ? 0 - units : units, scale);
  }

  plus(other: Decimal): Decimal {
    if (other.isZero && other.scale <= this.scale) return this;
    if (this.isZero && this.scale <= other.scale) return other;
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(plus(unitsAt(scale, this), unitsAt(scale, other)), scale);
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated());
  }

  times(other: Decimal): Decimal {
    return new Decimal(times(this.units, other.units), this.scale + other.scale);
  }

  /** This times a power of ten, which may be negative. */
  shifted(power: number): Decimal {
    if (power === 0) return this;
    const scale = this.scale - power;
    return scale >= 0 ? new Decimal(this.units, scale) : new Decimal(times(this.units, powerOfTen(-scale)));
  }

  negated(): Decimal {
    return new Decimal(negated(this.units), this.scale);
  }

  abs(): Decimal {
    return this.isNegative ? this.negated() : this;
  }

  /** Negative, zero or positive as this is less than, equal to or greater than the other. */
  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const own = unitsAt(scale, this);
    const others = unitsAt(scale, other);
    return own < others ? -1 : own > others ? 1 : 0;
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  get isZero(): boolean {
    return this.units === 0;
  }

  get isNegative(): boolean {
    return this.units < 0;
  }

  /** Digits after the point that are needed: 1.50 needs one. */
  get precision(): number {
    if (this.units === 0 || this.scale === 0) return 0;
    const digits = this.units.toString();
    let { scale } = this;
    for (let i = digits.length - 1; scale > 0 && digits.charCodeAt(i) === 0x30; i--) scale--;
    return scale;
  }

  /** This as so many hundredths of a percent of the other, rounded half up; undefined of zero. For shares shown to people. */
  shareOf(all: Decimal): number | undefined {
    if (all.isZero) return undefined;
    const scale = Math.max(this.scale, all.scale);
    const doubled = (BigInt(unitsAt(scale, this)) * 20000n) / BigInt(unitsAt(scale, all));
    return Number((doubled + (doubled < 0n ? -1n : 1n)) / 2n);
  }

  /** Plain digits, with at least so many after the point: `1234.50`. */
  toString(minDecimals = 0): string {
    const decimals = Math.max(this.precision, minDecimals);
    const scale = Math.max(this.scale, decimals);
    const digits = this.abs().units.toString();
    const all = digits.padStart(this.scale + 1, '0') + '0'.repeat(scale - this.scale);
    const whole = all.slice(0, all.length - scale);
    const fraction = all.slice(all.length - scale).slice(0, decimals);
    return `${this.isNegative ? '-' : ''}${whole}${decimals > 0 ? `.${fraction}` : ''}`;
  }

  /** As tables print amounts: grouped by three, at least two digits after the point, or more. */
  toAmount(minDecimals = 2): string {
    const [whole = '', fraction] = this.toString(Math.max(2, minDecimals)).split('.');
    const sign = this.isNegative ? 1 : 0;
    let grouped = '';
    for (let end = whole.length; end > sign; end -= 3) {
      const group = whole.slice(Math.max(sign, end - 3), end);
      grouped = grouped === '' ? group : `${group},${grouped}`;
    }
    return `${whole.slice(0, sign)}${grouped}.${fraction}`;
  }
}

/** A value as a whole number of units of 10^-scale, which is no less than its own. No method: that would take memory in each. */
function unitsAt(scale: number, value: Decimal): Whole {
  return scale === value.scale ? value.units : times(value.units, powerOfTen(scale - value.scale));
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = Decimal.zero;
  for (const value of values) total = total.plus(value);
  return total;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Decimal, sum } from '../../server/src/table/decimal.ts';

const MOST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

/** Whole numbers of any size a table could hold, and more; those too at which plain numbers cease to be exact. */
const units = fc.oneof(
  fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  fc.bigInt({ min: MOST_EXACT - 20n, max: MOST_EXACT + 20n }).chain((size) => fc.constantFrom(size, -size)),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
);

const decimal = fc.tuple(units, fc.integer({ min: 0, max: 10 })).map(([units, scale]) => new Decimal(units, scale));

/** The value as a whole number of units of 10^-30. */
function units30(value: Decimal): bigint {
  return BigInt(value.units) * 10n ** BigInt(30 - value.scale);
}

test('digits read and written', () => {
  for (const [text, plain, amount] of [
    ['0', '0', '0.00'],
    ['1234.5', '1234.5', '1,234.50'],
    ['1234.50', '1234.5', '1,234.50'],
    ['-1234567.891', '-1234567.891', '-1,234,567.891'],
    ['000123', '123', '123.00'],
    ['0.0001', '0.0001', '0.0001'],
    ['-0.05', '-0.05', '-0.05'],
    ['5.', '5', '5.00'],
    ['-0', '0', '0.00'],
    ['999999.999', '999999.999', '999,999.999'],
    ['-100', '-100', '-100.00'],
  ] as const) {
    const value = Decimal.parse(text);
    assert.equal(value?.toString(), plain, text);
    assert.equal(value?.toAmount(), amount, text);
  }
  for (const text of ['', '.', '.5', '+5', '1e3', '1,000', ' 1', '１', '--1', '1.2.3', '0x1', 'NaN', '1-']) {
    assert.equal(Decimal.parse(text), undefined, text);
  }
  assert.equal(new Decimal(15, 1).toString(3), '1.500');
  assert.equal(new Decimal(15, 1).toString(0), '1.5');
});

test('what is written reads as it was', () =>
  fc.assert(
    fc.property(decimal, fc.nat(12), (value, decimals) => {
      assert.ok(Decimal.parse(value.toString(decimals))?.equals(value));
      assert.ok(Decimal.parse(value.toAmount().replaceAll(',', ''))?.equals(value));
      assert.match(value.toAmount(), /^-?\d{1,3}(,\d{3})*\.\d{2,}$/);
      const fraction = value.toString(decimals).split('.')[1] ?? '';
      assert.equal(fraction.length, Math.max(value.precision, decimals));
    }),
  ));

test('the arithmetic is that of whole numbers', () =>
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      assert.equal(units30(a.plus(b)), units30(a) + units30(b));
      assert.equal(units30(a.minus(b)), units30(a) - units30(b));
      assert.equal(units30(a.times(b)) * 10n ** 30n, units30(a) * units30(b));
      assert.equal(units30(a.negated()), -units30(a));
      assert.equal(units30(a.abs()), units30(a) < 0n ? -units30(a) : units30(a));
      assert.equal(a.compare(b), Number(units30(a) > units30(b)) - Number(units30(a) < units30(b)));
      assert.equal(a.equals(b), units30(a) === units30(b));
      assert.equal(a.isZero, units30(a) === 0n);
      assert.equal(a.isNegative, units30(a) < 0n);
      assert.equal(units30(sum([a, b, a])), units30(a) * 2n + units30(b));
    }),
  ));

test('the scale makes no difference', () =>
  fc.assert(
    fc.property(decimal, fc.nat(10), (value, more) => {
      const same = new Decimal(BigInt(value.units) * 10n ** BigInt(more), value.scale + more);
      assert.ok(same.equals(value));
      assert.equal(same.precision, value.precision);
      assert.equal(same.toString(), value.toString());
      assert.equal(same.toAmount(), value.toAmount());
    }),
  ));

test('shifted by powers of ten and back', () =>
  fc.assert(
    fc.property(decimal, fc.integer({ min: -10, max: 10 }), (value, power) => {
      const shifted = value.shifted(power);
      const factor = new Decimal(10n ** BigInt(Math.abs(power)));
      assert.ok(power >= 0 ? shifted.equals(value.times(factor)) : shifted.times(factor).equals(value));
      assert.ok(shifted.shifted(-power).equals(value));
      assert.ok(shifted.scale >= 0);
    }),
  ));

test('precision is the number of digits behind the point that are needed', () =>
  fc.assert(
    fc.property(decimal, (value) => {
      assert.equal(value.precision, value.toString().split('.')[1]?.length ?? 0);
    }),
  ));

test('shares in hundredths of a percent, rounded half up', () => {
  const share = (part: string, whole: string) =>
    (Decimal.parse(part) as Decimal).shareOf(Decimal.parse(whole) as Decimal);
  assert.equal(share('1', '3'), 3333);
  assert.equal(share('2', '3'), 6667);
  assert.equal(share('0.5', '100'), 50);
  assert.equal(share('0.00005', '1'), 1);
  assert.equal(share('0.000049', '1'), 0);
  assert.equal(share('-1', '3'), -3333);
  assert.equal(share('120', '100.0'), 12000);
  assert.equal(share('0', '7'), 0);
  assert.equal(share('1', '0.00'), undefined);
});

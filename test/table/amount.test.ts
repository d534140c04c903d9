import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAmount } from '../../server/src/table/amount.ts';
import { Decimal } from '../../server/src/table/decimal.ts';
import { decimalsOf, MONEY_UNITS, type MoneyUnit, readMoneyUnit } from '../../server/src/table/moneyUnit.ts';
import { languageText } from '../syntax/texts.ts';

function unitNamed(name: string): MoneyUnit {
  return MONEY_UNITS.find((unit) => unit.name === name) as MoneyUnit;
}

/** A reading as text: the amount, or the problem with what is meant. */
function shown(text: string, unit = '万元'): string {
  const { value, problem, meant } = readAmount(text, unitNamed(unit));
  assert.ok(!(value && problem));
  assert.ok(problem || !meant);
  return value?.toString() ?? (problem ? `${problem}${meant ? ` → ${meant}` : ''}` : 'empty');
}

test('amounts', () => {
  for (const [text, amount] of [
    ...[
      ['120.00', '120'],
      ['1,234.50', '1234.5'],
      ['1234.5', '1234.5'],
      ['0', '0'],
      ['0.00', '0'],
      ['12,345,678.90', '12345678.9'],
    ],
    ...[
      ['1.', '1'],
      ['.5', '0.5'],
      ['0012', '12'],
      ['1,234', '1234'],
      ['0.000001', '0.000001'],
      ['1.500000000', '1.5'],
    ],
    // Spaces and full-width forms do not count.
    ...[
      ['72, 239. 50', '72239.5'],
      ['１，２３４．５０', '1234.5'],
      ['　120．00 ', '120'],
      ['1 234', '1234'],
      ['1\u200b2', '12'],
    ],
    // The table's unit of money may stand behind it.
    ...[
      ['35万元', '35'],
      ['35 万元', '35'],
      ['35万', '35'],
      ['35（万元）', '35'],
      ['35万元人民币', '35'],
      ['1,234.50万元', '1234.5'],
    ],
  ] as const) {
    assert.equal(shown(text as string), amount, text);
  }
  for (const text of ['', ' ', '　', '\u200b']) assert.equal(shown(text), 'empty');
});

test('what is no number', () => {
  for (const text of [
    ...[
      '约3',
      'x',
      '12x',
      '1.2.3',
      '1-2',
      '.',
      ',',
      '-',
      '--5',
      '—',
      '/',
      '无',
      '+5',
      '1e5',
      '0x10',
      '5%',
      '5人',
      '￥35',
      '(5)',
      '1、2',
    ],
    ...[
      '35万元整',
      '35万元。',
      '1.5,万元',
      '35美元',
      '1 财政拨款: 2',
      '1.5.',
      '１２a',
      '-x',
      '-万元',
      '万元',
      '1'.repeat(31),
      '\\5',
      '120.00 // 注',
      '②',
      '五',
    ],
  ]) {
    assert.equal(shown(text), 'not-a-number', text);
  }
});

test('a Chinese full stop is meant as the point', () => {
  assert.equal(shown('120。00'), 'not-a-number → 120');
  assert.equal(shown('1,234。5'), 'not-a-number → 1234.5');
  assert.equal(shown('120。'), 'not-a-number → 120');
  for (const text of ['1。2。3', '1.2。3', '-1。5', '1,2。5', '。', '1。x'])
    assert.equal(shown(text), 'not-a-number', text);
});

test('below zero', () => {
  for (const text of ['-5', '－5.00', '- 1,234', '-5万元', '-0', '–5']) assert.equal(shown(text), 'negative', text);
});

test('more digits than the money unit allows', () => {
  assert.equal(shown('1.1234567'), 'too-precise');
  assert.equal(shown('1.123456'), '1.123456');
  assert.equal(shown('1.123', '元'), 'too-precise');
  assert.equal(shown('1.12', '元'), '1.12');
  assert.equal(shown('1.120', '元'), '1.12');
  assert.equal(shown('1.12345', '千元'), '1.12345');
  assert.equal(shown('1.0123456789', '亿元'), '1.0123456789');
  assert.equal(shown('1.01234567891', '亿元'), 'too-precise');
});

test('grouping other than by three', () => {
  // With a point the commas can only be misplaced; without, one of them may be meant as the point.
  for (const [text, reading] of [
    ...[
      ['12,34.50', 'grouping → 1234.5'],
      ['1,2345.00', 'grouping → 12345'],
      ['1234,567.00', 'grouping → 1234567'],
    ],
    ...[
      ['1,,234.00', 'grouping → 1234'],
      ['1,234,.50', 'grouping → 1234.5'],
      ['12,34', 'grouping'],
      ['1,23', 'grouping'],
      ['1,2345', 'grouping'],
    ],
    ...[
      ['1,234,', 'grouping'],
      [',123', 'grouping'],
      [',123.00', 'grouping'],
      ['1,234.5,6', 'not-a-number'],
      ['1,2.1234567', 'grouping'],
    ],
  ] as const) {
    assert.equal(shown(text as string), reading, text);
  }
});

test('another unit of money', () => {
  for (const [text, unit, reading] of [
    ['350000元', '万元', 'money-unit → 35'],
    ['1.2亿元', '万元', 'money-unit → 12000'],
    ['35万元', '元', 'money-unit → 350000'],
    ['5千元', '万元', 'money-unit → 0.5'],
    ['5千', '元', 'money-unit → 5000'],
    ['0.01元', '万元', 'money-unit → 0.000001'],
    ['0.001元', '万元', 'money-unit'],
    ['1,2345元', '万元', 'money-unit'],
    ['1,2345.00元', '万元', 'money-unit → 1.2345'],
    ['35元', '元', '35'],
    ['1,23元', '元', 'grouping'],
  ] as const) {
    assert.equal(shown(text, unit), reading, text);
  }
});

test('what is meant is an amount', () => {
  const text = fc.oneof(
    languageText,
    fc
      .array(fc.constantFrom('1', '0', '23', '456', ',', '.', '。', '-', '万元', '元', '亿', ' ', '５', '，'), {
        maxLength: 8,
      })
      .map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...MONEY_UNITS), (written, unit) => {
      const { value, meant } = readAmount(written, unit);
      for (const amount of [value, meant]) {
        if (!amount) continue;
        const again = readAmount(amount.toAmount(), unit);
        assert.ok(again.value?.equals(amount), `${amount.toAmount()}: ${again.problem}`);
      }
    }),
    { numRuns: 5000 },
  );
});

test('every amount that is printed reads as it was', () =>
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.constantFrom(...MONEY_UNITS), (units, unit) => {
      const amount = new Decimal(units, decimalsOf(unit));
      for (const text of [amount.toAmount(), amount.toString(), `${amount.toAmount()}${unit.name}`]) {
        assert.ok(readAmount(text, unit).value?.equals(amount), text);
      }
    }),
  ));

test('units of money', () => {
  for (const [text, name] of [
    ...[
      ['万元', '万元'],
      ['元', '元'],
      ['千元', '千元'],
      ['亿元', '亿元'],
      ['万', '万元'],
      ['（万元）', '万元'],
      ['人民币万元', '万元'],
    ],
    ...[
      ['人民币（万元）', '万元'],
      ['(人民币:万元)', '万元'],
      ['万元人民币', '万元'],
      [' 万 元 ', '万元'],
      ['万元。', '万元'],
    ],
  ] as const) {
    assert.equal(readMoneyUnit(text as string)?.name, name, text);
  }
  for (const text of ['', '百万元', '美元', '某局', '人民币', '万元/年', '个', '()'])
    assert.equal(readMoneyUnit(text), undefined, text);
});

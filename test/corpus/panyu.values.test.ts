import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '../../server/src/table/decimal.ts';
import type { Indicator } from '../../server/src/table/row.ts';
import { inPlainUnit, readValue } from '../../server/src/table/value.ts';
import { splitUnit } from '../../server/src/table/valueUnit.ts';
import { type ExpectedReading, VALUE_READINGS } from './expected/valueReadings.ts';
import { indicatorRef, openPublished, skip } from './published.ts';

/** Every value of the real published table is read as a table written by hand says. */

/** The text of every value, by its reference and label. */
function valuesOfTable(): Map<string, string> {
  const { document, lines } = openPublished();
  const texts = new Map<string, string>();
  for (const [block, line] of lines) {
    const row = document.row(block);
    for (const indicator of row.indicators) {
      const ref = `${line}${indicatorRef(row, indicator)}`;
      for (const [label, text] of labelled(indicator)) texts.set(`${ref} ${label}`, text);
    }
  }
  return texts;
}

/** The values of an indicator with their labels, the second of a kind counted. */
function labelled({ values }: Indicator): [label: string, text: string][] {
  return values.map(({ label, text }, i) => {
    const earlier = values.slice(0, i).filter((other) => other.label === label).length;
    return [`${label?.span ?? 'both'}${earlier > 0 ? ` ${earlier + 1}` : ''}`, text];
  });
}

function readingOf(text: string): ExpectedReading {
  const reading = readValue(text);
  if (reading.kind === 'qualitative') return reading.hasNumber ? 'numbers' : 'qualitative';
  const { operator, number, unit } = reading;
  return [operator, number.toString(), unit, splitUnit(unit).power];
}

test('the values of the published table are those of the table written by hand', { skip }, () => {
  const texts = [...valuesOfTable().keys()];
  assert.deepEqual(texts, Object.keys(VALUE_READINGS));
  assert.ok(texts.length > 500);
});

test('every value of the published table reads as it is meant', { skip }, () => {
  const read = [...valuesOfTable()].map(([key, text]) => [key, readingOf(text)] as const);
  assert.deepEqual(Object.fromEntries(read), VALUE_READINGS);
});

test('a number of the published table times its power of ten is the number without 万 or 亿', { skip }, () => {
  for (const [key, text] of valuesOfTable()) {
    const expected = VALUE_READINGS[key];
    const reading = readValue(text);
    if (reading.kind === 'qualitative' || !expected || typeof expected === 'string') continue;
    const [, number, unit, power] = expected;
    const plain = inPlainUnit(reading);
    assert.ok(plain.number.equals((Decimal.parse(number) as Decimal).shifted(power)), key);
    assert.ok(unit.endsWith(plain.unit), key);
  }
});

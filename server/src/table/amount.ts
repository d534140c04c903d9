import { fold, isSpace } from '../syntax/characters.ts';
import { Decimal } from './decimal.ts';
import { decimalsOf, type MoneyUnit, readMoneyUnit } from './moneyUnit.ts';

/** Why a text is no amount. */
export type AmountProblem = 'not-a-number' | 'negative' | 'too-precise' | 'grouping' | 'money-unit';

/** An amount as read from its text. */
export interface AmountReading {
  /** The amount in the table's money unit; undefined where the text is empty or there is a problem. */
  readonly value?: Decimal;
  readonly problem?: AmountProblem;
  /** Where there is a problem and only one amount can be meant: that amount. */
  readonly meant?: Decimal;
}

/**
 * Reads an amount: digits with a point, grouped by three or not at all, in half or full width; spaces do not count. It
 * may carry the table's money unit. The text is never rounded and never guessed at: what is not an amount has a problem.
 */
export function readAmount(text: string, moneyUnit: MoneyUnit): AmountReading {
  let word = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isSpace(code)) word += String.fromCharCode(fold(code));
  }
  if (word === '') return {};
  const match = /^(-?)([\d,]*\.?\d*)(\D*)$/.exec(word);
  if (!match || !/\d/.test(match[2] as string)) return { problem: 'not-a-number' };
  const [, sign, digits = '', suffix = ''] = match;
  const value = Decimal.parse(digits.replaceAll(',', '').replace(/^\./, '0.'));
  if (!value) return { problem: 'not-a-number' };
  if (sign) return { problem: 'negative' };
  if (suffix) {
    const unit = readMoneyUnit(suffix);
    if (!unit) return { problem: 'not-a-number' };
    if (unit.name !== moneyUnit.name) return { problem: 'money-unit', meant: inUnit(value, unit, moneyUnit) };
  }
  if (!isGrouped(digits)) {
    // With a point, the commas can only be misplaced; without one, the last comma may be meant as the point.
    return { problem: 'grouping', ...(digits.includes('.') && !digits.startsWith(',') && { meant: value }) };
  }
  if (value.precision > decimalsOf(moneyUnit)) return { problem: 'too-precise' };
  return { value };
}

function isGrouped(digits: string): boolean {
  return !digits.includes(',') || /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits);
}

function inUnit(value: Decimal, from: MoneyUnit, to: MoneyUnit): Decimal {
  const power = from.power - to.power;
  return power >= 0 ? value.times(new Decimal(10n ** BigInt(power))) : new Decimal(value.units, value.scale - power);
}

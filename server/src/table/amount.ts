import { COMMA, DOT, isDigit, squeeze } from '../syntax/characters.ts';
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

const NO_NUMBER: AmountReading = { problem: 'not-a-number' };

/** Longer rows of digits are no amount of money. */
const MOST_DIGITS = 30;

/** What cannot stand beside a unit of money. */
const MARK = /[,.:;。]/;

/**
 * Reads an amount: digits with a point, grouped by three or not at all, in half or full width; spaces do not count. It
 * may carry the table's money unit. The text is never rounded and never guessed at: what is not an amount has a problem.
 */
export function readAmount(text: string, moneyUnit: MoneyUnit): AmountReading {
  const word = squeeze(text);
  if (word === '') return {};
  const isNegative = word.startsWith('-');
  const end = endOfDigits(word, isNegative ? 1 : 0);
  const digits = word.slice(isNegative ? 1 : 0, end);
  const suffix = word.slice(end);
  if (digits.length > MOST_DIGITS || !/\d/.test(digits)) return NO_NUMBER;
  if (suffix.startsWith('。') && !isNegative) return withPoint(digits, suffix.slice(1), moneyUnit);
  const unit = suffix === '' ? moneyUnit : MARK.test(suffix) ? undefined : readMoneyUnit(suffix);
  if (!unit) return NO_NUMBER;
  if (isNegative) return { problem: 'negative' };

  const written = Decimal.parse(withoutCommas(digits)) as Decimal;
  const value = written.shifted(unit.power - moneyUnit.power);
  const most = decimalsOf(moneyUnit);
  const isTooPrecise = value.scale > most && value.precision > most;
  if (unit.power !== moneyUnit.power || !isGrouped(digits)) {
    const problem = unit.power === moneyUnit.power ? 'grouping' : 'money-unit';
    // With a point, the commas can only be misplaced; without one, the last comma may be meant as the point.
    const isSure = isGrouped(digits) || (digits.includes('.') && !digits.startsWith(','));
    return isSure && !isTooPrecise ? { problem, meant: value } : { problem };
  }
  return isTooPrecise ? { problem: 'too-precise' } : { value };
}

/** Reads digits behind which a full stop stands where the point is meant, as Chinese input methods write it. */
function withPoint(whole: string, fraction: string, moneyUnit: MoneyUnit): AmountReading {
  const { value } = whole.includes('.') ? NO_NUMBER : readAmount(`${whole}.${fraction}`, moneyUnit);
  return value ? { problem: 'not-a-number', meant: value } : NO_NUMBER;
}

/** The end of digits with commas among them and at most one point behind those. */
function endOfDigits(word: string, start: number): number {
  let points = 0;
  let i = start;
  for (; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code === DOT) points++;
    const isPart = isDigit(code) || (code === DOT && points === 1) || (code === COMMA && points === 0);
    if (!isPart) break;
  }
  return i;
}

function withoutCommas(digits: string): string {
  const plain = digits.includes(',') ? digits.replaceAll(',', '') : digits;
  return plain.startsWith('.') ? `0${plain}` : plain;
}

function isGrouped(digits: string): boolean {
  return !digits.includes(',') || /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits);
}

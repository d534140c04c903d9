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

/** Longer rows of digits are no amount of money. */
const MOST_DIGITS = 30;

/**
 * Reads an amount: digits with a point, grouped by three or not at all, in half or full width; spaces do not count. It
 * may carry the table's money unit. The text is never rounded and never guessed at: what is not an amount has a problem.
 */
export function readAmount(text: string, moneyUnit: MoneyUnit): AmountReading {
  const word = squeeze(text);
  if (word === '') return {};
  const isNegative = word.startsWith('-');
  const start = isNegative ? 1 : 0;
  const end = endOfDigits(word, start);
  const digits = word.slice(start, end);
  const suffix = word.slice(end);
  // A full stop for a point, as Chinese input methods write it.
  if (!isNegative && suffix.startsWith('。') && !digits.includes('.'))
    return onlyMeant(`${digits}.${suffix.slice(1)}`, moneyUnit);
  const value = Decimal.parse(digits.replaceAll(',', '').replace(/^\./, '0.'));
  const unit = suffix === '' ? moneyUnit : readMoneyUnit(suffix);
  if (!value || !unit || digits.length > MOST_DIGITS) return { problem: 'not-a-number' };
  if (isNegative) return { problem: 'negative' };
  const isOther = unit.power !== moneyUnit.power;
  const isPrecise = value.shifted(unit.power - moneyUnit.power).precision > decimalsOf(moneyUnit);
  if (isOther || !isGrouped(digits)) {
    // With a point, the commas can only be misplaced; without one, the last comma may be meant as the point.
    const isPlain = isGrouped(digits) || (digits.includes('.') && !digits.startsWith(','));
    const problem = isOther ? 'money-unit' : 'grouping';
    return isPlain && !isPrecise ? { problem, meant: value.shifted(unit.power - moneyUnit.power) } : { problem };
  }
  return isPrecise ? { problem: 'too-precise' } : { value };
}

/** What is no number as it stands, but is one once mended: that is what is meant. */
function onlyMeant(mended: string, moneyUnit: MoneyUnit): AmountReading {
  const { value } = readAmount(mended, moneyUnit);
  return value ? { problem: 'not-a-number', meant: value } : { problem: 'not-a-number' };
}

/** The end of digits and commas with at most one point among them. */
function endOfDigits(word: string, start: number): number {
  let points = 0;
  let i = start;
  for (; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code === DOT) points++;
    if (points > 1 || (code !== DOT && code !== COMMA && !isDigit(code))) break;
  }
  return i;
}

function isGrouped(digits: string): boolean {
  return !digits.includes(',') || /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits);
}

import type { Bilingual } from '../../profile/profile.ts';
import { isLineEnd, isSpace, squeeze } from '../../syntax/characters.ts';
import { linesOf } from '../../syntax/escape.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { readAmount } from '../../table/amount.ts';
import { Decimal, sum } from '../../table/decimal.ts';
import type { MoneyUnit } from '../../table/moneyUnit.ts';
import { MESSAGES } from './messages.ts';
import type { PlacedCell } from './placing.ts';

/** Whether an amount may be meant by a cell's text. */
export function isAmountCell(cell: PlacedCell): boolean {
  return /\p{Nd}/u.test(cell.text);
}

/** Longer texts are no amounts, whatever figures are in them. */
const LONGEST_AMOUNT = 20;

export function isSentence({ text }: PlacedCell): boolean {
  return squeeze(text).length > LONGEST_AMOUNT && !/^[\d.,-]+$/.test(squeeze(text));
}

/** Whether no amount can be meant by a text: `(100)` may be one below zero, or a note. */
export function isUnreadable(text: string, moneyUnit: MoneyUnit): boolean {
  const { problem, meant } = readAmount(text, moneyUnit);
  return problem === 'not-a-number' && !meant;
}

/**
 * An amount without the spaces in it, which do not count, and in the document's money unit; a text that is no amount
 * stays as it is.
 */
export function amountText(cell: PlacedCell, moneyUnit: MoneyUnit): { text: string; message: Bilingual } {
  const text = compactAmount(cell, moneyUnit);
  const { value } = readAmount(text, cell.moneyUnit ?? moneyUnit);
  const isOther = cell.moneyUnit !== undefined && cell.moneyUnit.power !== moneyUnit.power;
  if (!isOther || !value)
    return { text: cell.isNumber && value ? value.toAmount() : text, message: MESSAGES.amountSpaces };
  return { text: value.shifted(cell.moneyUnit.power - moneyUnit.power).toAmount(), message: MESSAGES.amountConverted };
}

/** Whether nothing but the number of decimals that a number is shown with has changed. */
export function isShownAnew({ isNumber, text }: PlacedCell, after: string): boolean {
  return isNumber === true && Decimal.parse(text)?.toAmount() === after;
}

function compactAmount(cell: PlacedCell, moneyUnit: MoneyUnit): string {
  let without = '';
  for (const character of cell.text) {
    const code = character.charCodeAt(0);
    if (!isSpace(code) && !isLineEnd(code)) without += character;
  }
  return readAmount(without, moneyUnit).problem === 'not-a-number' ? linesOf(cell.text).join(' ') : without;
}

export function decimalOf(text: string, moneyUnit: MoneyUnit): Decimal | undefined {
  const { value, meant } = readAmount(text, moneyUnit);
  return value ?? meant;
}

/** The columns whose figure is a speck that looks like a digit. */
export function strayAmounts(cells: readonly PlacedCell[], moneyUnit: MoneyUnit, vocabulary: Vocabulary): number[] {
  const texts = new Map<number, string>();
  if (!cells.some(({ maySpeck }) => maySpeck)) return [];
  for (const cell of cells) {
    if (cell.meaning.role === 'column' && isAmountCell(cell))
      texts.set(cell.meaning.index, amountText(cell, moneyUnit).text);
  }
  const { columns } = vocabulary.profile;
  return columns.flatMap((total, column) => {
    const stated = texts.get(column) ?? '';
    const value = decimalOf(stated, moneyUnit);
    if (!value || !stated.includes('.')) return [];
    const [first, ...sources] = (total.sumOf ?? []).map((name) => columns.findIndex((c) => c.name === name));
    const specks = sources.filter((source) => /^\d{1,2}$/.test(texts.get(source) ?? ''));
    const others = [first, ...sources].filter((source) => source !== undefined && !specks.includes(source));
    const values = others.map((source) => decimalOf(texts.get(source as number) ?? '', moneyUnit));
    return specks.length > 0 && sum(values.filter((other) => other !== undefined)).equals(value) ? specks : [];
  });
}

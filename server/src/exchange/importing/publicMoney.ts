import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { sum } from '../../table/decimal.ts';
import type { MoneyUnit } from '../../table/moneyUnit.ts';
import { sourcesOf, totalColumn } from '../../table/row.ts';
import { amountText, decimalOf } from './amountTexts.ts';
import { MESSAGES } from './messages.ts';
import type { PlacedCell } from './placing.ts';
import { projectWord } from './projectWords.ts';
import type { ImportItem } from './report.ts';

/**
 * Tables of other make part the money of the public purse by who gives it (中央, 省级, 地方), for which profiles have one
 * column. Where only one of them gives anything, and the total is what it gives and what the other sources do, that
 * column is certainly meant; else nothing is added up, and the cells have no place.
 */
export function withPublicMoney(
  cells: readonly PlacedCell[],
  moneyUnit: MoneyUnit,
  vocabulary: Vocabulary,
): { readonly cells: readonly PlacedCell[]; readonly items: ImportItem[] } {
  const levels = cells.filter(
    ({ meaning, text }) =>
      meaning.role === 'unknown' && text.trim() !== '' && projectWord(meaning.name, vocabulary)?.is === 'publicMoney',
  );
  const column = vocabulary.labels.get('财政拨款');
  if (levels.length === 0 || column?.role !== 'column') return { cells, items: [] };
  const total = totalColumn(vocabulary);
  const amountOf = (cell: PlacedCell) => decimalOf(amountText(cell, moneyUnit).text, moneyUnit);
  const amounts = cells.flatMap((cell) =>
    cell.meaning.role === 'column' && cell.text.trim() !== ''
      ? [{ index: cell.meaning.index, amount: amountOf(cell) }]
      : [],
  );
  const stated = amounts.find(({ index }) => index === total)?.amount;
  const others = amounts.filter(({ index }) => index !== total && sourcesOf(vocabulary, total).includes(index));
  const given = levels.filter((cell) => !amountOf(cell)?.isZero);
  const [only] = given;
  const known = [only && amountOf(only), ...others.map(({ amount }) => amount)];
  const addends = known.filter((amount) => amount !== undefined);
  const isCertain =
    only !== undefined &&
    given.length === 1 &&
    stated !== undefined &&
    addends.length === known.length &&
    others.every(({ index }) => index !== column.index) &&
    sum(addends).equals(stated);
  if (!isCertain) return { cells, items: [] };
  const meaning = { role: 'column', index: column.index, name: column.name } as const;
  const item: ImportItem = {
    kind: 'assumed',
    ...only.place,
    column: '',
    before: only.meaning.name,
    after: column.name,
    message: MESSAGES.publicMoney,
  };
  return { cells: cells.map((cell) => (cell === only ? { ...cell, meaning } : cell)), items: [item] };
}

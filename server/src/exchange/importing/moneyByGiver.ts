import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { sum } from '../../table/decimal.ts';
import type { MoneyUnit } from '../../table/moneyUnit.ts';
import { sourcesOf, totalColumn } from '../../table/row.ts';
import { amountText, decimalOf } from './amountTexts.ts';
import { MESSAGES } from './messages.ts';
import type { MoneyKind } from './moneyWords.ts';
import type { PlacedCell } from './placing.ts';
import { projectWord } from './projectWords.ts';
import type { ImportItem } from './report.ts';

/** The columns that profiles have for the money of all givers of a kind. */
const COLUMNS: Readonly<Record<MoneyKind, string>> = { public: '财政拨款', own: '其他资金' };

/**
 * Tables of other make part money by who gives it (中央, 省级, 地方; 自筹, 事业收入), for which profiles have one column a
 * kind. Where only one of a kind gives anything, and the total is what all of them give and what the other sources do,
 * that column is certainly meant; else nothing is added up, and the cells have no place.
 */
export function withMoneyByGiver(
  cells: readonly PlacedCell[],
  moneyUnit: MoneyUnit,
  vocabulary: Vocabulary,
): { readonly cells: readonly PlacedCell[]; readonly items: ImportItem[] } {
  const amountOf = (cell: PlacedCell) => decimalOf(amountText(cell, moneyUnit).text, moneyUnit);
  const given = cells.flatMap((cell) => {
    const kind = kindOf(cell, vocabulary);
    return kind && !amountOf(cell)?.isZero ? [{ cell, kind }] : [];
  });
  if (given.length === 0) return { cells, items: [] };
  const total = totalColumn(vocabulary);
  const amounts = cells.flatMap((cell) =>
    cell.meaning.role === 'column' && cell.text.trim() !== '' ? [{ cell, index: cell.meaning.index }] : [],
  );
  const stated = amounts.find(({ index }) => index === total);
  const others = amounts.filter(({ index }) => index !== total && sourcesOf(vocabulary, total).includes(index));
  const known = [...given, ...others].map(({ cell }) => amountOf(cell));
  const addends = known.filter((amount) => amount !== undefined);
  const whole = stated && amountOf(stated.cell);
  if (!whole || addends.length < known.length || !sum(addends).equals(whole)) return { cells, items: [] };
  const placed = new Map<PlacedCell, PlacedCell>();
  const items: ImportItem[] = [];
  for (const { cell, kind } of given) {
    const column = vocabulary.labels.get(COLUMNS[kind]);
    const isOnly = given.every((other) => other.cell === cell || other.kind !== kind);
    if (!isOnly || column?.role !== 'column' || others.some(({ index }) => index === column.index)) continue;
    const { index, name } = column;
    placed.set(cell, { ...cell, meaning: { role: 'column', index, name } });
    const { name: before } = cell.meaning;
    items.push({ kind: 'assumed', ...cell.place, column: '', before, after: name, message: MESSAGES.moneyByGiver });
  }
  return { cells: cells.map((cell) => placed.get(cell) ?? cell), items };
}

/** Whose money a cell without column has, by the word over or before it. */
function kindOf({ meaning, text }: PlacedCell, vocabulary: Vocabulary): MoneyKind | undefined {
  const word = meaning.role === 'unknown' && text.trim() !== '' ? projectWord(meaning.name, vocabulary) : undefined;
  return word?.is === 'money' ? word.of : undefined;
}

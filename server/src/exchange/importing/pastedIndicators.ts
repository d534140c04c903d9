import { squeeze } from '../../syntax/characters.ts';
import { classNamed } from '../../syntax/classes.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { classWord } from './classCells.ts';
import { isOperatorWord } from './composeValue.ts';
import type { IndicatorEntry } from './indicatorEntry.ts';
import { type HeadColumn, type IndicatorHead, indicatorHeadAt } from './indicatorHead.ts';
import { IndicatorRows } from './indicatorRows.ts';
import type { IndicatorRole } from './indicatorWords.ts';
import { isAmountLike } from './placing.ts';
import { isListHead } from './projectColumns.ts';
import type { ImportItem } from './report.ts';
import type { Sheet } from './sheet.ts';
import { ToldOnce } from './toldOnce.ts';

/**
 * Rows of indicators that somebody has copied out of a table, with their heading or without; undefined where they are
 * not such rows, or where they belong to projects that stand in the same rows.
 */
export function readIndicatorRows(
  sheet: Sheet,
  vocabulary: Vocabulary,
): { entries: IndicatorEntry[]; items: ImportItem[] } | undefined {
  let head: IndicatorHead | undefined;
  for (let row = 0; row < Math.min(sheet.height, 4) && !head; row++) head = indicatorHeadAt(sheet, row);
  head ??= headByContent(sheet, vocabulary);
  if (!head || isListHead(sheet, head, vocabulary)) return undefined;
  const told = new ToldOnce();
  const rows = new IndicatorRows(sheet, head, 'any', told, vocabulary);
  const entries: IndicatorEntry[] = [];
  const items: ImportItem[] = [];
  for (let row = head.end; row < sheet.height; row++) {
    const read = rows.read(row);
    entries.push(...read.entries);
    items.push(...read.items);
  }
  return { entries, items: [...items, ...told.ordinals.items] };
}

/** What columns of rows without heading hold, told by what stands in them; undefined unless there are classes. */
function headByContent(sheet: Sheet, vocabulary: Vocabulary): IndicatorHead | undefined {
  const texts = Array.from({ length: sheet.width }, (_, column) =>
    Array.from({ length: sheet.height }, (_, row) => squeeze(sheet.beginsAt(row, column)?.text ?? '')).filter(Boolean),
  );
  const all = (column: number, is: (text: string) => boolean) => {
    const own = texts[column] ?? [];
    return own.length > 0 && own.every(is);
  };
  const isClass = (level: 1 | 2) => (text: string) => classNamed(classWord(text), level, vocabulary) !== undefined;
  const level2 = [0, 1].find((column) => all(column, isClass(2)));
  if (level2 === undefined || (level2 === 1 && !all(0, isClass(1)))) return undefined;
  const name = level2 + 1;
  const rest = Array.from({ length: Math.max(0, sheet.width - name - 1) }, (_, i) => name + 1 + i);
  const isUnit = (column: number | undefined) =>
    column !== undefined && rest.includes(column) && all(column, (text) => text.length <= 6 && !/\d/.test(text));
  const operator = rest.find((column) => all(column, isOperatorWord));
  const value = operator === undefined ? rest[0] : rest.find((column) => column > operator);
  if (value === undefined || !(texts[name]?.length ?? 0)) return undefined;
  const isNumeric = operator !== undefined || all(value, isAmountLike);
  const unit = [value + 1, ...(operator === undefined ? [] : [operator - 1])].find(
    (column) => isNumeric && isUnit(column),
  );
  const roles = new Map<number, IndicatorRole>([
    ...(level2 === 1 ? [[0, 'level1'] as const] : []),
    [level2, 'level2'],
    [name, 'name'],
    ...(operator === undefined ? [] : [[operator, 'operator'] as const]),
    [value, 'value'],
    ...(unit === undefined ? [] : [[unit, 'unit'] as const]),
  ]);
  const columns = Array.from({ length: sheet.width }, (_, column): HeadColumn => {
    return { column, end: column + 1, role: roles.get(column) ?? 'other', span: 'any', name: '' };
  });
  return { top: 0, end: 0, from: 0, columns };
}

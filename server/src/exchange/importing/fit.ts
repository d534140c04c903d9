import { classNamed } from '../../syntax/classes.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { MESSAGES } from './messages.ts';
import type { ReadTable } from './readTable.ts';
import { isKept } from './rows.ts';

/**
 * How badly a profile fits a table that was read by it: how many of its columns and classes have no place in it. Cost as
 * a level-1 class tells against a profile that has it below another class too.
 */
export function misfit({ head, rows, items }: ReadTable, vocabulary: Vocabulary): number {
  const columns = new Set<string>();
  const classes = new Set<string>();
  let hasCost = false;
  const all = [
    ...items,
    ...head.items,
    ...rows.flatMap((row) => [...row.items, ...row.entries.flatMap((entry) => entry.items)]),
  ];
  for (const item of all) {
    const isColumn = item.message === MESSAGES.noColumn || item.message === MESSAGES.goalSpan;
    if (isColumn && (isKept(item) || item.kind === 'assumed')) columns.add(item.column || item.before);
    if (item.message === MESSAGES.headingWord) columns.add(item.before);
  }
  for (const { class1, class2 } of rows.flatMap(({ entries }) => entries)) {
    for (const text of [class1, class2]) if (text !== '' && !/^\d{1,2}-/.test(text)) classes.add(text);
    hasCost ||= class1.endsWith('-成本指标');
  }
  const hasBoth = hasCost && classNamed('成本指标', 2, vocabulary) !== undefined;
  return columns.size + classes.size + (hasBoth ? 1 : 0);
}

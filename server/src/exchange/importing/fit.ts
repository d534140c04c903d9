import { squeeze } from '../../syntax/characters.ts';
import { classNamed } from '../../syntax/classes.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { Grid, GridRow } from '../grid.ts';
import { MESSAGES } from './messages.ts';
import type { ReadTable } from './readTable.ts';
import type { ImportItem } from './report.ts';

/**
 * How badly a profile fits a table that was read by it: how many of its cells and classes have no place in it. Cost as
 * a level-1 class tells against a profile that has it below another class too, unless the table has all of the columns
 * by the profile's own names.
 */
export function misfit({ rows: sheet }: Grid, { head, rows, items }: ReadTable, vocabulary: Vocabulary): number {
  const entries = rows.flatMap((row) => row.entries);
  const all = [
    ...items,
    ...head.items,
    ...rows.flatMap((row) => row.items),
    ...entries.flatMap((entry) => entry.items),
  ];
  const isWithoutPlace = ({ message }: ImportItem) =>
    message === MESSAGES.noColumn || message === MESSAGES.goalSpan || message === MESSAGES.headingWord;
  const classes = entries.flatMap(({ class1, class2 }) => [class1, class2]);
  const unknown = classes.filter((text) => text !== '' && !/^\d{1,2}-/.test(text));
  const hasCost = entries.some(({ class1 }) => class1.endsWith('-成本指标'));
  const hasBoth = hasCost && classNamed('成本指标', 2, vocabulary) !== undefined && !hasAllColumns(sheet, vocabulary);
  return all.filter(isWithoutPlace).length + unknown.length + (hasBoth ? 1 : 0);
}

/** A head is looked for in so many rows. */
const HEAD_ROWS = 12;

function hasAllColumns(rows: readonly GridRow[], { profile }: Vocabulary): boolean {
  const words = new Set(rows.slice(0, HEAD_ROWS).flatMap(({ cells }) => cells.map(({ text }) => squeeze(text))));
  return profile.columns.every(({ name }) => words.has(name));
}

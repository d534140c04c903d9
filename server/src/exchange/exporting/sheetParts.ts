import type { Profile } from '../../profile/profile.ts';
import type { SheetCell, SheetLine, SheetRow } from '../book.ts';
import { type RowData, type TableData, textsAt } from '../tableJson/tableData.ts';
import { isSum } from './amountCells.ts';

/** What both layouts have: the lines above, the name, the columns of what the layout itself has none for. */

export const NAME_HEAD = '项目名称(资金使用单位)';
export const OTHER_HEAD = '其他内容';

/** Widths in characters of half width: of an A3 sheet's 210 or so. */
export const WIDTHS = { name: 24, amount: 13, goal: 40, field: 14, other: 24 } as const;

/** What stands above a table; the profile's name where it has no title, and always the money unit. */
export function linesAbove(data: TableData, profile: Profile, moneyUnit: string): SheetLine[] {
  const line = (label: string, text: string | undefined): SheetLine[] =>
    text === undefined ? [] : [{ text: `${label}: ${text}`, is: 'left' }];
  return [
    { text: data.title ?? profile.name.zh, is: 'title' },
    ...(data.other ?? []).map((text): SheetLine => ({ text, is: 'left' })),
    ...line('部门名称', data.department),
    ...line('年度', data.year),
    { text: `单位: ${data.moneyUnit ?? moneyUnit}`, is: 'right' },
  ];
}

/** A column beside the layout's own, which only tables have that need it. */
export interface MoreColumn {
  readonly head: string;
  readonly width: number;
  textOf(row: RowData): string;
}

/** Columns for the fields that some row has, and for lines that belong to nothing. */
export function moreColumns(rows: readonly RowData[], profile: Profile): MoreColumn[] {
  const fields = profile.fields
    .map(({ name }): MoreColumn => {
      return { head: name, width: WIDTHS.field, textOf: (row) => textsAt(row.fields, name).join('\n') };
    })
    .filter(({ textOf }) => rows.some((row) => textOf(row) !== ''));
  const hasOther = rows.some(({ other = [] }) => other.length > 0);
  const others: MoreColumn[] = hasOther
    ? [{ head: OTHER_HEAD, width: WIDTHS.other, textOf: ({ other = [] }) => other.join('\n') }]
    : [];
  return [...fields, ...others];
}

export function headCell(column: number, text: string): SheetCell {
  return { column, text, is: 'head' };
}

export function textCell(column: number, text: string, rows = 1): SheetCell {
  return { column, text, is: 'text', ...(rows > 1 && { rows }) };
}

/** A shorter name may be a word of tables: 合计, 单位, 备注. */
const SURELY_NAME = 5;

/**
 * What a row is. Of a project with a goal or indicators its cells tell it, unless its name may be something else, or is
 * that of the row above, with which it would be one.
 */
export function roleOf(row: RowData, above: RowData | undefined): Pick<SheetRow, 'role' | 'isEvident'> {
  const { kind, name, goals, indicators } = row;
  if (kind === 'include') return {};
  const isName = name.length >= SURELY_NAME && !/[:：]/.test(name) && name !== above?.name;
  const isEvident = kind === 'project' && isName && (goals !== undefined || indicators !== undefined);
  return { role: kind, ...(isEvident && { isEvident }) };
}

/** The first cell of a row. */
export function nameCell(row: RowData, rows = 1): SheetCell {
  return { ...textCell(0, row.name, rows), ...(isSum(row) && { isStrong: true }) };
}

/** The one cell of a row that stands for a table which could not be taken in. */
export function includeCell({ name }: RowData, columns: number): SheetCell {
  return { ...textCell(0, `引用: ${name}`), columns };
}

/** A goal; several of one kind below each other. */
export function goalText(row: RowData, goal: string): string {
  return textsAt(row.goals, goal).join('\n');
}

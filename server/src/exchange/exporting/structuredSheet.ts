import type { Profile, ValueLabel } from '../../profile/profile.ts';
import type { Sheet, SheetCell, SheetColumn, SheetLine, SheetRow } from '../book.ts';
import { type IndicatorData, type RowData, textsAt } from '../tableJson/tableData.ts';
import { AmountCells } from './amountCells.ts';
import {
  goalText,
  headCell,
  includeCell,
  moreColumns,
  NAME_HEAD,
  nameCell,
  roleOf,
  textCell,
  WIDTHS,
} from './sheetParts.ts';

const LEVELS = [
  { head: '一级指标', width: 14 },
  { head: '二级指标', width: 18 },
  { head: '三级指标', width: 30 },
] as const;

const VALUE_WIDTHS: Readonly<Record<ValueLabel['span'], number>> = { period: 17, year: 17, weight: 7, explanation: 26 };

/** The table as forms have it: a row an indicator, what is the same for several rows in one cell over them. */
export function structuredSheet(data: readonly RowData[], profile: Profile, above: readonly SheetLine[]): Sheet {
  const more = moreColumns(data, profile);
  const { columns: amounts, goals, valueLabels } = profile;
  const heads: readonly (SheetColumn & { readonly head: string })[] = [
    { head: NAME_HEAD, width: WIDTHS.name },
    ...amounts.map(({ name }) => ({ head: name, width: WIDTHS.amount })),
    // What is said once of a project stands before its indicators.
    ...more,
    ...goals.map(({ name }) => ({ head: name, width: WIDTHS.goal })),
    ...LEVELS,
    ...valueLabels.map(({ name, span }) => ({ head: name, width: VALUE_WIDTHS[span] })),
  ];
  const heights = data.map(({ indicators = [] }) => Math.max(1, indicators.length));
  const starts: number[] = [];
  let next = 1;
  for (const height of heights) {
    starts.push(next);
    next += height;
  }
  const cells = new AmountCells(data, profile, starts, 1);
  const moreAt = 1 + amounts.length;
  const goalsAt = moreAt + more.length;
  const levelsAt = goalsAt + goals.length;
  const rows: SheetRow[] = [{ cells: heads.map(({ head }, column) => headCell(column, head)) }];
  data.forEach((row, i) => {
    if (row.kind === 'include') {
      rows.push({ cells: [includeCell(row, heads.length)] });
      return;
    }
    const height = heights[i] as number;
    const before = [
      nameCell(row, height),
      ...cells.of(i, height),
      ...more.map(({ textOf }, column) => textCell(moreAt + column, textOf(row), height)),
      ...goals.map(({ name }, goal) => textCell(goalsAt + goal, goalText(row, name), height)),
    ];
    const lines = indicatorCells(row.indicators ?? [], levelsAt, valueLabels);
    lines.forEach((line, at) => {
      rows.push(at === 0 ? { ...roleOf(row, data[i - 1]), cells: [...before, ...line] } : { cells: line });
    });
  });
  return {
    name: '绩效指标分级表',
    above,
    columns: heads.map(({ width }) => ({ width })),
    rows,
    headRows: 1,
    frozenColumns: 1,
  };
}

/** The cells of the indicators, a row each; where there are none, one row of empty cells. */
function indicatorCells(
  indicators: readonly IndicatorData[],
  at: number,
  valueLabels: readonly ValueLabel[],
): SheetCell[][] {
  const width = LEVELS.length + valueLabels.length;
  if (indicators.length === 0) return [Array.from({ length: width }, (_, i) => textCell(at + i, ''))];
  const ones = indicators.map(({ text, level1 = '' }, i) => (text === undefined ? level1 : `\n${i}`));
  const twos = indicators.map(({ level2 = '' }, i) => `${ones[i]}\n${level2}`);
  return indicators.map((indicator, i) => {
    const { text, level1 = '', level2 = '', code, name = '', values } = indicator;
    if (text !== undefined) return [{ ...textCell(at, text), columns: width }];
    const levels = [
      { text: level1, rows: spanOfSame(ones, i) },
      { text: level2, rows: spanOfSame(twos, i) },
    ].flatMap((level, column) => (level.rows > 0 ? [levelCell(at + column, level.text, level.rows)] : []));
    return [
      ...levels,
      textCell(at + 2, code === undefined ? name : `${code}-${name}`),
      ...valueLabels.map((label, column) =>
        textCell(at + LEVELS.length + column, textsAt(values, label.name).join('\n')),
      ),
    ];
  });
}

function levelCell(column: number, text: string, rows: number): SheetCell {
  return { column, text, is: 'center', ...(rows > 1 && { rows }) };
}

/** Over how many rows the same goes on from one; 0 where it began above. */
function spanOfSame(texts: readonly string[], at: number): number {
  if (at > 0 && texts[at - 1] === texts[at]) return 0;
  let end = at + 1;
  while (end < texts.length && texts[end] === texts[at]) end++;
  return end - at;
}

import type { Profile } from '../../profile/profile.ts';
import { INDICATORS_LABEL } from '../../syntax/vocabulary.ts';
import type { Sheet, SheetColumn, SheetLine, SheetRow } from '../book.ts';
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
import type { ExportRow } from './tableData.ts';

const INDICATORS_WIDTH = 96;

/** The table as it is published: a row a project, its indicators as text in one cell. */
export function publishedSheet(rows: readonly ExportRow[], profile: Profile, above: readonly SheetLine[]): Sheet {
  const data = rows.map((row) => row.data);
  const more = moreColumns(data, profile);
  const { columns: amounts, goals } = profile;
  const heads: readonly (SheetColumn & { readonly head: string })[] = [
    { head: NAME_HEAD, width: WIDTHS.name },
    ...amounts.map(({ name }) => ({ head: name, width: WIDTHS.amount })),
    ...goals.map(({ name }) => ({ head: name, width: WIDTHS.goal })),
    { head: INDICATORS_LABEL, width: INDICATORS_WIDTH },
    ...more,
  ];
  const cells = new AmountCells(
    data,
    profile,
    rows.map((_, i) => i + 1),
    1,
  );
  const goalsAt = 1 + amounts.length;
  const indicatorsAt = goalsAt + goals.length;
  return {
    name: '绩效目标表',
    above,
    columns: heads.map(({ width }) => ({ width })),
    rows: [
      { cells: heads.map(({ head }, column) => headCell(column, head)) },
      ...rows.map((row, i): SheetRow => {
        const { data: own } = row;
        if (own.kind === 'include') return { cells: [includeCell(own, heads.length)] };
        return {
          ...roleOf(own, data[i - 1]),
          cells: [
            nameCell(own),
            ...cells.of(i),
            ...goals.map(({ name }, goal) => textCell(goalsAt + goal, goalText(own, name))),
            textCell(indicatorsAt, row.lines.join('\n')),
            ...more.map(({ textOf }, column) => textCell(indicatorsAt + 1 + column, textOf(own))),
          ],
        };
      }),
    ],
    headRows: 1,
    frozenColumns: 1,
  };
}

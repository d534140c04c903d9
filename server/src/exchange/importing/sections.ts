import { squeeze } from '../../syntax/characters.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { Grid } from '../grid.ts';
import { projectNameIn } from './formLabels.ts';
import { findLayout, isHeading } from './heading.ts';
import { indicatorHeadAt } from './indicatorHead.ts';
import { isAmountLike } from './placing.ts';
import { isListHead } from './projectColumns.ts';
import type { Sheet } from './sheet.ts';
import { type SourceRow, sourceRows } from './sourceRow.ts';

/** What begins at a row of a sheet. */
interface Start {
  readonly row: number;
  readonly is: 'list' | 'structured' | 'form';
}

/** The parts of a grid that are tables of other layouts, lists and forms one below the other; the grid itself where it is one. */
export function sectionsOf(grid: Grid, sheet: Sheet, vocabulary: Vocabulary): Grid[] {
  const starts = startsOf(grid, sheet, vocabulary);
  if (starts.length < 2) return [grid];
  const tops = starts.map(({ row }, i) => (i === 0 ? 0 : topOf(sheet, row, starts[i - 1]?.row ?? 0)));
  return tops.map((top, i) => ({
    ...grid,
    above: i === 0 ? grid.above : [],
    below: i === tops.length - 1 ? (grid.below ?? []) : [],
    rows: grid.rows.slice(top, tops[i + 1]),
  }));
}

/** Where a table begins that is of another layout than the one before. */
function startsOf(grid: Grid, sheet: Sheet, vocabulary: Vocabulary): Start[] {
  const rows = sourceRows(grid, '');
  const inHead = new Map<number, Start>();
  for (let row = 0; row < sheet.height; row++) {
    const head = indicatorHeadAt(sheet, row);
    const isList = head && isListHead(sheet, head, vocabulary);
    for (let own = head?.top ?? 0; own < (head?.end ?? 0); own++)
      inHead.set(own, { row: head?.top ?? 0, is: isList ? 'structured' : 'form' });
  }
  const starts: Start[] = [];
  for (let row = 0; row < sheet.height; row++) {
    // What the file says itself is a row of the table it stands in.
    if (sheet.role(row)) continue;
    const head = inHead.get(row);
    const start = head
      ? head.is === 'structured'
        ? head
        : undefined
      : isListAt(rows, row, vocabulary)
        ? ({ row, is: 'list' } as const)
        : projectNameIn(sheet, row, vocabulary)
          ? ({ row, is: 'form' } as const)
          : undefined;
    if (start && start.is !== starts.at(-1)?.is) starts.push(start);
  }
  return starts;
}

/** Whether the heading of a list stands in a row: in a form, labels stand there too, but not those of goals beside those of names. */
function isListAt(rows: readonly SourceRow[], row: number, vocabulary: Vocabulary): boolean {
  if (!isHeading(rows[row] as SourceRow, vocabulary)) return false;
  const { columns } = findLayout(rows.slice(row, row + HEADING_ROWS), vocabulary);
  const has = (...roles: string[]) => columns.some(({ role }) => roles.includes(role));
  return has('name') && has('goal', 'indicators', 'class');
}

/** More rows than a heading has. */
const HEADING_ROWS = 4;

/** The first of the rows above a table that are its title and what else stands there. */
function topOf(sheet: Sheet, row: number, after: number): number {
  let top = row;
  while (top - 1 > after && isTitle(sheet, top - 1)) top--;
  return top;
}

const MOST_TITLE_CELLS = 4;

function isTitle(sheet: Sheet, row: number): boolean {
  const cells = sheet.begin(row);
  const isWords = cells.length > 0 && cells.length <= MOST_TITLE_CELLS && !cells.some(({ text }) => isAmountLike(text));
  return isWords && /表|年度|^单位|金额单位|附件|部门/.test(squeeze(cells[0]?.text ?? ''));
}

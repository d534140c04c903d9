import { squeeze } from '../../syntax/characters.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { Grid } from '../grid.ts';
import { isRowOfList, projectNameIn } from './formLabels.ts';
import { findLayout, isHeading } from './heading.ts';
import { type IndicatorHead, indicatorHeadAt } from './indicatorHead.ts';
import { indicatorWord } from './indicatorWords.ts';
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
  const heads = headsOf(sheet);
  const starts: Start[] = [];
  /** The head of the structured list whose rows these are. */
  let list: IndicatorHead | undefined;
  for (let row = 0; row < sheet.height; row++) {
    // What the file says itself is a row of the table it stands in.
    if (sheet.role(row)) continue;
    const head = heads.get(row);
    let start: Start | undefined;
    if (head) {
      const isList = isListHead(sheet, head, vocabulary);
      if (isList) start = { row: head.top, is: 'structured' };
      list = isList ? head : undefined;
    } else if (list && isIndicator(sheet, row, list)) continue;
    else if (isListAt(rows, row, vocabulary)) start = { row, is: 'list' };
    else if ((list || starts.at(-1)?.is === 'list') && isRowOfList(sheet, row, vocabulary)) continue;
    else if (projectNameIn(sheet, row, vocabulary)) start = { row, is: 'form' };
    if (start && start.is !== starts.at(-1)?.is) starts.push(start);
  }
  return starts;
}

/** The heads over rows of indicators, by the rows that belong to them. */
function headsOf(sheet: Sheet): Map<number, IndicatorHead> {
  const heads = new Map<number, IndicatorHead>();
  for (let row = 0; row < sheet.height; row++) {
    const head = indicatorHeadAt(sheet, row);
    for (let own = head?.top ?? 0; head && own < head.end; own++) heads.set(own, head);
  }
  return heads;
}

/** Whether the heading of a list stands in a row: in a form, labels stand there too, but not those of goals beside those of names. */
function isListAt(rows: readonly SourceRow[], row: number, vocabulary: Vocabulary): boolean {
  if (!isHeading(rows[row] as SourceRow, vocabulary)) return false;
  const { columns } = findLayout(rows.slice(row, row + HEADING_ROWS), vocabulary);
  const has = (...roles: string[]) => columns.some(({ role }) => roles.includes(role));
  return has('name') && has('goal', 'indicators', 'class');
}

/** Whether a row names an indicator below the head of a list: its project may have a name like a heading's, and classes are named as columns are. */
function isIndicator(sheet: Sheet, row: number, { columns }: IndicatorHead): boolean {
  const name = columns.find(({ role }) => role === 'name');
  const cell = name && sheet.begin(row).find(({ column }) => column === name.column);
  return cell !== undefined && squeeze(cell.text) !== '' && indicatorWord([cell.text]) === undefined;
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

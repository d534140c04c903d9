import type { Profile } from '../profile/profile.ts';
import { squeeze } from '../syntax/characters.ts';
import { type Vocabulary, vocabularyOf } from '../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT, readMoneyUnit } from '../table/moneyUnit.ts';
import { readCells, type SourceRow } from './published/cells.ts';
import { GoalCuts } from './published/cuts.ts';
import { readHead } from './published/head.ts';
import { findLayout, isHeading, type Layout } from './published/heading.ts';
import { looksLikeIndicators } from './published/indicatorLines.ts';
import { comment, MESSAGES } from './published/messages.ts';
import { placeCells } from './published/placing.ts';
import type { ImportCounts, ImportItem, ImportReport } from './published/report.ts';
import { asUnit, isKept, looseRow, readTableRow, type TableRow } from './published/rows.ts';
import { findUnits } from './published/units.ts';
import { writeRow } from './published/writeRow.ts';

export {
  type ImportCounts,
  type ImportItem,
  type ImportKind,
  type ImportReport,
  reportText,
} from './published/report.ts';

/**
 * Makes a document of a published table: tab-separated text, one row a line, as a scan or a spreadsheet gives it.
 * Nothing is lost: what has no place stands in the document as a comment with the line and column it had, and the
 * report lists everything that was not plain copying.
 */
export function importPublishedText(text: string, profile: Profile): { document: string; report: ImportReport } {
  const vocabulary = vocabularyOf(profile);
  const { head, rows, items } = readTable(text, vocabulary);
  const goals = rows.flatMap((row) => [...row.goals.values()]);
  const cuts = new GoalCuts(goals, [...goals, ...rows.flatMap((row) => [row.name, row.indicators])]);
  const counts: ImportCounts = { totals: 0, units: 0, projects: 0, indicators: 0 };
  const paragraphs: (readonly string[])[] = [head];
  for (const row of rows) {
    const written = writeRow(row, cuts, vocabulary);
    paragraphs.push(written.lines);
    for (const item of written.items) items.push(item);
    counts.indicators += written.indicators;
    if (row.kind === 'total') counts.totals++;
    if (row.kind === 'unit') counts.units++;
    if (row.kind === 'project') counts.projects++;
  }
  const document = paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
  return { document, report: { counts, items: items.sort((a, b) => a.line - b.line) } };
}

/** The lines above the table, and its rows, each of its kind. */
function readTable(text: string, vocabulary: Vocabulary): { head: string[]; rows: TableRow[]; items: ImportItem[] } {
  const source = readCells(text);
  const layout = findLayout(source, vocabulary);
  const above = source.slice(0, layout.heading < 0 ? layout.first : layout.heading);
  const head = readHead(above, layout.columns, vocabulary);
  const heading = writeHeading(layout, head.moneyUnit === undefined, source);
  const moneyUnit = head.moneyUnit ?? readMoneyUnit(layout.moneyUnit ?? '') ?? DEFAULT_MONEY_UNIT;
  const items = [...head.items, ...heading.items];
  const isIndicators = (cell: string) => looksLikeIndicators(cell, vocabulary);
  const rows: TableRow[] = [];
  let { columns } = layout;
  for (let i = layout.first; i < source.length; i++) {
    const row = source[i] as SourceRow;
    const filled = filledOf(row);
    if (filled.length === 0) continue;
    if (isHeading(row, vocabulary)) {
      // A page's own heading says which columns the page has.
      const page = findLayout(source.slice(i, i + HEADING_ROWS), vocabulary);
      items.push(...source.slice(i, i + page.first).map(repeated));
      const more = page.items.filter((item) => !layout.items.some((known) => known.before === item.before));
      if (more.length > 0) rows.push({ ...looseRow(row, []), items: more });
      columns = page.columns;
      i += page.first - 1;
    } else if (filled.every((cell) => head.known.has(squeeze(cell)))) items.push(repeated(row));
    else if (row.cells.length === 1) rows.push(looseRow(row, [{ meaning: NO_COLUMN, text: row.cells[0] as string }]));
    else rows.push(readTableRow(row, placeCells(row.cells, columns, isIndicators), moneyUnit, vocabulary));
  }
  return { head: [...head.lines, ...heading.lines], rows: toldApart(rows), items };
}

const MONEY_UNIT_LABEL = '单位';
const NO_COLUMN = { role: 'unknown', name: '' } as const;

/** More rows than a heading has. */
const HEADING_ROWS = 4;

function filledOf(row: SourceRow): string[] {
  return row.cells.filter((cell) => squeeze(cell) !== '');
}

function repeated(row: SourceRow): ImportItem {
  return {
    kind: 'repeated',
    line: row.line,
    column: '',
    before: filledOf(row).join('\t'),
    message: MESSAGES.saidAgain,
  };
}

/** What the heading says besides the columns' names, as lines of the document's head. */
function writeHeading(
  layout: Layout,
  lacksMoneyUnit: boolean,
  source: readonly SourceRow[],
): { lines: string[]; items: ImportItem[] } {
  const lines: string[] = [];
  const items = [...layout.items];
  const at = { line: source[Math.max(0, layout.heading)]?.line ?? 1, column: '' };
  if (layout.moneyUnit && lacksMoneyUnit) {
    const line = `${MONEY_UNIT_LABEL}: ${layout.moneyUnit}`;
    lines.push(line);
    items.push({ kind: 'assumed', ...at, before: layout.moneyUnit, after: line, message: MESSAGES.headingMoneyUnit });
  }
  for (const item of layout.items.filter(isKept)) {
    for (const line of comment(item.line, item.column, item.before)) lines.push(line);
  }
  const first = source[layout.first];
  if (layout.heading < 0 && first) {
    items.push({
      kind: 'assumed',
      line: first.line,
      column: '',
      before: filledOf(first)[0] ?? '',
      message: MESSAGES.noHeading,
    });
  }
  return { lines, items };
}

/** The rows, those without goal and indicators told apart into units and projects. */
function toldApart(rows: readonly TableRow[]): TableRow[] {
  const weighed = rows.filter((row) => row.kind === 'bare' || row.kind === 'project');
  const units = findUnits(weighed.map((row) => ({ name: row.name, amount: row.total, bare: row.kind === 'bare' })));
  const isUnit = new Set([...units].map((i) => weighed[i]));
  return rows.map((row) => (isUnit.has(row) ? asUnit(row) : row.kind === 'bare' ? { ...row, kind: 'project' } : row));
}

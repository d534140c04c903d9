import { squeeze } from '../../syntax/characters.ts';
import { PROJECT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit, readMoneyUnit } from '../../table/moneyUnit.ts';
import type { Head } from './head.ts';
import { readHead } from './head.ts';
import { findLayout, isHeading, type Layout } from './heading.ts';
import { looksLikeIndicators } from './indicatorLines.ts';
import { comment, MESSAGES } from './messages.ts';
import { cellsInColumns, type PlacedCell, placeCells } from './placing.ts';
import { unitRow } from './projectDraft.ts';
import { UNIT_MEANING } from './projectWords.ts';
import type { ReadTable } from './readTable.ts';
import type { ImportItem } from './report.ts';
import { asUnit, isKept, looseRow, readTableRow, type TableRow } from './rows.ts';
import { placeIn, type SourceRow } from './sourceRow.ts';

/**
 * Reads a table that has a row a project, whose indicators stand as text in one cell, as the published one has.
 * @param above lines above the table that are no rows of it
 * @param isRagged cells may be missing inside of rows
 * @param document the document's money unit, where it is settled
 */
export function readList(
  above: readonly SourceRow[],
  source: readonly SourceRow[],
  isRagged: boolean,
  vocabulary: Vocabulary,
  known?: Head,
  document?: MoneyUnit,
): ReadTable {
  const layout = findLayout(source, vocabulary);
  const before = source.slice(0, layout.heading < 0 ? layout.first : layout.heading);
  const head = readHead([...above, ...before], layout.columns, vocabulary, known);
  const heading = writeHeading(layout, head.moneyUnit === undefined, source);
  const own = head.moneyUnit ?? readMoneyUnit(layout.moneyUnit ?? '');
  const moneyUnit = document ?? own ?? DEFAULT_MONEY_UNIT;
  const items = [...head.items, ...heading.items];
  if (!isRagged && layout.heading >= 0) {
    for (const row of source.slice(layout.heading, layout.first)) items.push(said(row, 'heading', MESSAGES.heading));
  }
  const isIndicators = (cell: string) => looksLikeIndicators(cell, vocabulary);
  const rows: TableRow[] = [];
  let { columns } = layout;
  let unit = '';
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
    } else if (!row.role && filled.every((cell) => head.known.has(squeeze(cell)))) items.push(repeated(row));
    else if (isRagged && row.cells.length === 1) rows.push(looseRow(row, cellsInColumns(row, [])));
    else {
      const cells = isRagged ? placeCells(row, columns, isIndicators) : cellsInColumns(row, columns);
      const inOwn = cells.map((cell, at) => {
        const unit = (isRagged ? undefined : layout.moneyUnits?.[at]) ?? own;
        return unit && unit !== moneyUnit ? { ...cell, moneyUnit: unit } : cell;
      });
      const read = readUnitAndRow(row, inOwn, unit, moneyUnit, vocabulary);
      unit = read.unit;
      rows.push(...read.rows);
    }
  }
  return { head: { ...head, lines: [...head.lines, ...heading.lines], moneyUnit: own }, rows, items };
}

/**
 * A row that may say in a column of its own whose project it is: a unit that was not said before stands before it. A row
 * that names a unit and no project is the unit's, or the total.
 * @param before the unit of the row before
 */
function readUnitAndRow(
  row: SourceRow,
  cells: readonly PlacedCell[],
  before: string,
  moneyUnit: MoneyUnit,
  vocabulary: Vocabulary,
): { unit: string; rows: TableRow[] } {
  const own = cells.find(({ meaning, text }) => meaning.role === 'unit' && squeeze(text) !== '');
  if (!own) return { unit: before, rows: [readTableRow(row, cells, [], moneyUnit, vocabulary)] };
  const others = cells.filter((cell) => cell !== own);
  const name = squeeze(own.text);
  const read = readTableRow(row, others, [], moneyUnit, vocabulary);
  if (read.kind === 'loose' || read.kind === 'total') {
    // A sum beside a unit's name is the unit's: 小计 and 合计 are no names.
    const unnamed = others.map((cell) =>
      cell.meaning.role === 'name' ? { ...cell, meaning: { role: 'unknown', name: PROJECT_LABEL } as const } : cell,
    );
    const whole = readTableRow(row, [{ ...own, meaning: UNIT_MEANING }, ...unnamed], [], moneyUnit, vocabulary);
    if (whole.kind === 'bare') return { unit: name, rows: [asUnit(whole)] };
    if (whole.kind === 'total') return { unit: '', rows: [whole] };
    return { unit: before, rows: [readTableRow(row, cells, [], moneyUnit, vocabulary)] };
  }
  const project: TableRow = { ...read, kind: 'project' };
  if (name === before) return { unit: name, rows: [project] };
  return { unit: name, rows: [unitRow({ ...own, column: own.meaning.name }, moneyUnit, vocabulary), project] };
}

const MONEY_UNIT_LABEL = '单位';

/** More rows than a heading has. */
const HEADING_ROWS = 4;

function filledOf(row: SourceRow): string[] {
  return row.cells.filter((cell) => squeeze(cell) !== '');
}

function repeated(row: SourceRow): ImportItem {
  return said(row, 'repeated', MESSAGES.saidAgain);
}

/** A row as a whole. */
function said(row: SourceRow, kind: ImportItem['kind'], message: ImportItem['message']): ImportItem {
  return {
    kind,
    ...placeIn(
      row,
      row.cells.findIndex((cell) => squeeze(cell) !== ''),
    ),
    column: '',
    before: filledOf(row).join('\t'),
    message,
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
    for (const line of comment(item)) lines.push(line);
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

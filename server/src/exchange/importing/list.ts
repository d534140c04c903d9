import { squeeze } from '../../syntax/characters.ts';
import { PROJECT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit, readMoneyUnit } from '../../table/moneyUnit.ts';
import { classColumnEntries } from './classColumnEntries.ts';
import { type Head, readHead } from './head.ts';
import { findLayout, isHeading, type Layout } from './heading.ts';
import type { Meaning } from './headingWords.ts';
import { moneyUnitOfLine } from './headPieces.ts';
import { looksLikeIndicators } from './indicatorLines.ts';
import { comment, MESSAGES } from './messages.ts';
import { Ordinals } from './ordinals.ts';
import { withoutPageBreaks } from './pageBreaks.ts';
import { cellsInColumns, lacksCells, type PlacedCell, placeCells } from './placing.ts';
import { unitRow } from './projectDraft.ts';
import { UNIT_MEANING } from './projectWords.ts';
import type { ReadTable } from './readTable.ts';
import type { ImportItem } from './report.ts';
import { asUnit, isKept, looseRow, putUnit, readTableRow, type TableRow } from './rows.ts';
import { isLine, placeIn, type SourceRow } from './sourceRow.ts';

/**
 * Reads a table that has a row a project, whose indicators stand as text in one cell, as the published one has.
 * @param above lines above the table that are no rows of it
 * @param isRagged cells may be missing inside of rows, as in texts of scans
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
  const own = head.moneyUnit ?? readMoneyUnit(layout.moneyUnit?.name ?? '');
  const moneyUnit = document ?? own ?? DEFAULT_MONEY_UNIT;
  const items = [...head.items, ...heading.items];
  const isIndicators = (cell: string) => looksLikeIndicators(cell, vocabulary);
  const pages = pagesOf(source, layout, vocabulary);
  const isScan =
    isRagged &&
    pages.some(({ layout: { columns }, rows }) => rows.some((row) => lacksCells(row, columns, isIndicators)));
  const rows: TableRow[] = [];
  const ordinals = new Ordinals();
  let unit = '';
  let stated = own;
  pages.forEach((page, i) => {
    const { columns, moneyUnits } = page.layout;
    const [kind, message] = i === 0 ? HEADING : REPEATED;
    items.push(...page.heading.map((row) => said(row, kind, message)));
    // A page's own heading says which columns the page has.
    const more =
      i === 0 ? [] : page.layout.items.filter((item) => !layout.items.some((one) => one.before === item.before));
    if (more.length > 0) rows.push({ ...looseRow({ line: page.heading[0]?.line ?? 0 }, []), items: more });
    const whole = withoutPageBreaks(page.rows, columns);
    items.push(...whole.items);
    for (const row of whole.rows) {
      const below = moneyUnitOfLine(row, vocabulary);
      if (below) {
        stated = below;
        const line = readHead([row], [], vocabulary, { ...head, moneyUnit });
        items.push(...line.items.filter((item) => !isKept(item)));
        const kept = line.items.filter(isKept);
        if (kept.length > 0) rows.push({ ...looseRow(row, []), items: kept });
        continue;
      }
      const filled = filledOf(row);
      if (!row.role && filled.every((cell) => head.known.has(squeeze(cell)))) {
        items.push(said(row, ...REPEATED));
        continue;
      }
      const line = isLine(row) ? looseRow(row, cellsInColumns(row, [])) : undefined;
      if (line && isScan && row.cells.length === 1) {
        rows.push(line);
        continue;
      }
      const cells = isScan ? placeCells(row, columns, isIndicators) : cellsInColumns(row, columns);
      const counted = cells.filter(
        ({ meaning, text }) => meaning.role === 'ordinal' && takesOrdinal(page, meaning, text),
      );
      const inOwn = cells
        .filter((cell) => !counted.includes(cell))
        .map((cell) => {
          const unit = moneyUnits?.[columns.indexOf(cell.meaning)] ?? stated;
          return unit && unit !== moneyUnit ? { ...cell, moneyUnit: unit } : cell;
        });
      const read = readUnitAndRow(row, inOwn, unit, moneyUnit, vocabulary);
      unit = read.unit;
      for (const own of line && read.rows.every(({ kind }) => kind === 'loose') ? [line] : read.rows) {
        if (own.kind === 'unit') putUnit(rows, own);
        else rows.push(own);
      }
    }
  });
  items.push(...ordinals.items);
  return { head: { ...head, lines: [...head.lines, ...heading.lines], moneyUnit: own }, rows, items };

  function takesOrdinal({ layout: { columns }, heading }: Page, meaning: Meaning, text: string): boolean {
    const column = columns.indexOf(meaning);
    const [first] = heading;
    const place = first ? placeIn(first, column) : { line: 0 };
    return ordinals.takes({ column, name: meaning.name, place }, text);
  }
}

const HEADING = ['heading', MESSAGES.heading] as const;
const REPEATED = ['repeated', MESSAGES.saidAgain] as const;

/** What stands below a heading, up to the next: a list may have one on every page. */
interface Page {
  readonly layout: Layout;
  /** The rows of its heading. */
  readonly heading: readonly SourceRow[];
  /** The filled rows below it. */
  readonly rows: readonly SourceRow[];
}

function pagesOf(source: readonly SourceRow[], layout: Layout, vocabulary: Vocabulary): Page[] {
  const first: Page & { rows: SourceRow[] } = {
    layout,
    heading: layout.heading < 0 ? [] : source.slice(layout.heading, layout.first),
    rows: [],
  };
  const pages = [first];
  for (let i = layout.first; i < source.length; i++) {
    const row = source[i] as SourceRow;
    if (filledOf(row).length === 0) continue;
    if (isHeading(row, vocabulary)) {
      const own = findLayout(source.slice(i, i + HEADING_ROWS), vocabulary);
      pages.push({ layout: own, heading: source.slice(i, i + own.first), rows: [] });
      i += own.first - 1;
    } else pages.at(-1)?.rows.push(row);
  }
  return pages;
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
  if (!own) return { unit: before, rows: [readRow(row, cells, moneyUnit, vocabulary)] };
  const others = cells.filter((cell) => cell !== own);
  const name = squeeze(own.text);
  const read = readRow(row, others, moneyUnit, vocabulary);
  if (read.kind === 'loose' || read.kind === 'total') {
    // A sum beside a unit's name is the unit's: 小计 and 合计 are no names.
    const unnamed = others.map((cell) =>
      cell.meaning.role === 'name' ? { ...cell, meaning: { role: 'unknown', name: PROJECT_LABEL } as const } : cell,
    );
    const whole = readTableRow(row, [{ ...own, meaning: UNIT_MEANING }, ...unnamed], [], moneyUnit, vocabulary);
    if (whole.kind === 'bare') return { unit: name, rows: [asUnit(whole)] };
    if (whole.kind === 'total') return { unit: '', rows: [whole] };
    return { unit: before, rows: [readRow(row, cells, moneyUnit, vocabulary)] };
  }
  const project: TableRow = { ...read, kind: 'project' };
  if (name === before) return { unit: name, rows: [project] };
  return { unit: name, rows: [unitRow({ ...own, column: own.meaning.name }, moneyUnit, vocabulary), project] };
}

/** A row with the indicators of its classes' columns, if it names a project. */
function readRow(row: SourceRow, cells: readonly PlacedCell[], moneyUnit: MoneyUnit, vocabulary: Vocabulary): TableRow {
  const isNamed = cells.some(({ meaning, text }) => meaning.role === 'name' && squeeze(text) !== '');
  const entries = cells.map(({ meaning, text, place }) =>
    meaning.role === 'class' && isNamed ? classColumnEntries(text, place, meaning, vocabulary) : [],
  );
  const others = cells.filter((_, i) => entries[i]?.length === 0);
  return readTableRow(row, others, entries.flat(), moneyUnit, vocabulary);
}

const MONEY_UNIT_LABEL = '单位';

/** More rows than a heading has. */
const HEADING_ROWS = 4;

function filledOf(row: SourceRow): string[] {
  return row.cells.filter((cell) => squeeze(cell) !== '');
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
  if (layout.moneyUnit && lacksMoneyUnit) {
    const { name: before, place } = layout.moneyUnit;
    const after = `${MONEY_UNIT_LABEL}: ${before}`;
    lines.push(after);
    items.push({ kind: 'assumed', ...place, column: '', before, after, message: MESSAGES.headingMoneyUnit });
  }
  for (const item of layout.items.filter(isKept)) {
    for (const line of comment(item)) lines.push(line);
  }
  const first = source[layout.first];
  if (layout.heading < 0 && first) {
    items.push({ ...said(first, 'assumed', MESSAGES.noHeading), before: filledOf(first)[0] ?? '' });
  }
  return { lines, items };
}

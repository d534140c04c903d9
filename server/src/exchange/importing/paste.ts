import type { Profile } from '../../profile/profile.ts';
import { type Vocabulary, vocabularyOf } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit, readMoneyUnit } from '../../table/moneyUnit.ts';
import type { Grid } from '../grid.ts';
import { GoalCuts } from './cuts.ts';
import { FormLabels } from './formLabels.ts';
import { giveComments } from './giveComments.ts';
import type { Head } from './head.ts';
import { writeEntries } from './indicatorEntry.ts';
import { indicatorLines, looksLikeIndicators } from './indicatorLines.ts';
import { MESSAGES } from './messages.ts';
import { readIndicatorRows } from './pastedIndicators.ts';
import { isAmountLike } from './placing.ts';
import { ProjectDraft } from './projectDraft.ts';
import type { ReadTable } from './readTable.ts';
import type { ImportReport } from './report.ts';
import { Sheet } from './sheet.ts';
import { isListWithoutHeading, layoutOf, namedGrids, readGrid } from './tables.ts';
import { writeDocument } from './writeDocument.ts';
import { writeRow } from './writeRow.ts';

/** Where cells are pasted. */
export interface PastePlace {
  readonly profile: Profile;
  /** Name of the table's money unit. */
  readonly moneyUnit: string;
  /** What the cursor stands in. */
  readonly place: 'betweenBlocks' | 'indicators' | 'goal' | 'amounts';
  /** Number that the first pasted indicator gets; without it those that have numbers keep them. */
  readonly firstNumber?: number;
}

export interface Pasted {
  readonly text: string;
  readonly report: ImportReport;
}

/** The text for cells that are pasted somewhere; undefined where they say nothing that has a place there. */
export function pasteText(grids: readonly Grid[], where: PastePlace): Pasted | undefined {
  const filled = grids.filter(({ rows }) => rows.length > 0);
  const vocabulary = vocabularyOf(where.profile);
  const moneyUnit = readMoneyUnit(where.moneyUnit) ?? DEFAULT_MONEY_UNIT;
  if (filled.length === 0) return undefined;
  switch (where.place) {
    case 'betweenBlocks':
      return pasteBlocks(filled, moneyUnit, vocabulary);
    case 'indicators':
      return filled.length === 1 ? pasteIndicators(filled[0] as Grid, where.firstNumber, vocabulary) : undefined;
    case 'amounts':
      return filled.length === 1 ? pasteAmounts(filled[0] as Grid, moneyUnit, vocabulary) : undefined;
    case 'goal':
      // A cell of text is pasted as it is.
      return undefined;
  }
}

/** Rows that name projects become blocks; what stands above them is no head of this document. */
function pasteBlocks(grids: readonly Grid[], moneyUnit: MoneyUnit, vocabulary: Vocabulary): Pasted | undefined {
  const tables: ReadTable[] = [];
  let open = 0;
  for (const named of namedGrids(grids)) {
    const found = layoutOf(named, vocabulary);
    const layout = found === 'none' && isListWithoutHeading(named.sheet, vocabulary) ? 'list' : found;
    if (layout === 'comments') open = giveComments(named.sheet, tables, open);
    if (layout === 'none' || layout === 'comments') continue;
    tables.push(readGrid(named, layout, vocabulary, noHead(moneyUnit), moneyUnit));
  }
  const { document, report } = writeDocument(tables, vocabulary);
  const { totals, units, projects } = report.counts;
  return totals + units + projects > 0 ? { text: document, report } : undefined;
}

function noHead(moneyUnit: MoneyUnit): Head {
  return { lines: [], moneyUnit, known: new Set(), roles: new Set(), items: [] };
}

/** Indicators in rows of cells, with or without a heading; or run together in one cell. */
function pasteIndicators(grid: Grid, firstNumber: number | undefined, vocabulary: Vocabulary): Pasted | undefined {
  const rows = readIndicatorRows(new Sheet(grid, ''), vocabulary);
  if (rows) {
    const { lines, items } = writeEntries(rows.entries, firstNumber ?? 1, vocabulary);
    if (rows.entries.length === 0) return undefined;
    const counts = { totals: 0, units: 0, projects: 0, indicators: rows.entries.length };
    return { text: asLines(lines), report: { counts, items: [...rows.items, ...items] } };
  }
  const cells = grid.rows.flatMap((row) => row.cells.filter(({ text }) => text.trim() !== ''));
  if (cells.length === 0 || !cells.every(({ text }) => looksLikeIndicators(text, vocabulary))) return undefined;
  const read = cells.map(({ text }) => indicatorLines(text, vocabulary));
  const indicators = read.reduce((sum, own) => sum + own.indicators.length, 0);
  const lines = read.flatMap((own) => own.lines);
  // What stood on lines of its own already is pasted as it is.
  if (lines.length === cells.length && firstNumber === undefined) return undefined;
  const counts = { totals: 0, units: 0, projects: 0, indicators };
  return { text: asLines(numbered(lines, firstNumber)), report: { counts, items: [] } };
}

const NUMBER = /^\d{1,3}(?=、)/;

/** Lines with their numbers going on from a number; where one has none, they stay as they are. */
function numbered(lines: readonly string[], first: number | undefined): readonly string[] {
  if (first === undefined || !lines.every((line) => NUMBER.test(line))) return lines;
  return lines.map((line, i) => line.replace(NUMBER, `${first + i}`));
}

/** Amounts beside or below their labels; or one for each column of the table, in its order. */
function pasteAmounts(grid: Grid, moneyUnit: MoneyUnit, vocabulary: Vocabulary): Pasted | undefined {
  const sheet = new Sheet(grid, '');
  const draft = new ProjectDraft({ line: 0 });
  const cells = grid.rows.flatMap((_, row) => sheet.begin(row));
  const { columns } = vocabulary.profile;
  const isLine = sheet.height === 1 || sheet.width === 1;
  const places = sheet.height === 1 ? sheet.width : sheet.height;
  if (isLine && places === columns.length && cells.every(({ text }) => isAmountLike(text))) {
    for (const cell of cells) {
      const index = sheet.height === 1 ? cell.column : cell.row;
      draft.add({ is: 'column', index }, sheet.named(cell, columns[index]?.name ?? ''), moneyUnit);
    }
  } else {
    const labels = new FormLabels(sheet, draft, undefined, vocabulary);
    for (let row = 0; row < sheet.height; row++) labels.read(row, sheet.height);
    if (!draft.has('column')) return undefined;
  }
  const row = draft.row(moneyUnit, vocabulary, false, true);
  if (row.amounts.size === 0) return undefined;
  const { lines, items } = writeRow({ ...row, kind: 'unit' }, new GoalCuts([], []), vocabulary);
  const counts = { totals: 0, units: 0, projects: 0, indicators: 0 };
  // The row has no name of its own.
  const own = items.filter(({ message }) => message !== MESSAGES.noName);
  return { text: asLines(lines.slice(1)), report: { counts, items: own } };
}

function asLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

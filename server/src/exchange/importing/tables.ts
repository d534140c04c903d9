import type { Bilingual } from '../../profile/profile.ts';
import { trimmed } from '../../syntax/escape.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { MoneyUnit } from '../../table/moneyUnit.ts';
import type { Grid } from '../grid.ts';
import { commentHead } from './commentSheet.ts';
import { Forms } from './form.ts';
import { isLabelledForm } from './formLabels.ts';
import { type Head, readHead } from './head.ts';
import { findLayout } from './heading.ts';
import { indicatorHeadAt } from './indicatorHead.ts';
import { looksLikeIndicators } from './indicatorLines.ts';
import { readList } from './list.ts';
import { MESSAGES } from './messages.ts';
import { isAmountLike } from './placing.ts';
import { isListHead } from './projectColumns.ts';
import type { ReadTable } from './readTable.ts';
import type { LayoutId } from './recognised.ts';
import type { ImportItem } from './report.ts';
import { withoutRoleColumn } from './roleColumn.ts';
import { isKept, looseRow } from './rows.ts';
import { sectionsOf } from './sections.ts';
import { Sheet, type SheetCell } from './sheet.ts';
import { placeIn, type SourceRow, sourceRows } from './sourceRow.ts';
import { StructuredList } from './structuredList.ts';

/** A grid and what its cells are called by: `Sheet1!` before their names. */
export interface NamedGrid {
  readonly grid: Grid;
  readonly name: string;
  readonly prefix: string;
  readonly sheet: Sheet;
}

/** Grids with names to tell them apart: that of their sheet, else `表 2`; a file's only table needs none. */
export function namedGrids(grids: readonly Grid[]): NamedGrid[] {
  return grids.map((written, i) => {
    const grid = withoutRoleColumn(written);
    const name = grid.name ?? `表 ${i + 1}`;
    const prefix = grid.name === undefined && grids.length === 1 ? '' : `${name.replaceAll(' ', '')}!`;
    return { grid, name, prefix, sheet: new Sheet(grid, prefix) };
  });
}

/** What layout a grid has, as far as its heading words tell. */
export function layoutOf({ grid, prefix, sheet }: NamedGrid, vocabulary: Vocabulary): LayoutId {
  if (commentHead(sheet) !== undefined) return 'comments';
  for (let row = 0; row < sheet.height; row++) {
    const head = indicatorHeadAt(sheet, row);
    if (head) return isListHead(sheet, head, vocabulary) ? 'structured' : 'form';
  }
  if (findLayout(sourceRows(grid, prefix), vocabulary).heading >= 0) return 'list';
  if (isLabelledForm(sheet, vocabulary)) return 'form';
  return isListWithoutHeading(sheet, vocabulary, true) ? 'list' : 'none';
}

/**
 * Whether rows without a heading have as many columns as the published table, and what stands in them.
 * @param hasIndicators one of them must have indicators, too: only these are found in no other table
 */
export function isListWithoutHeading(sheet: Sheet, vocabulary: Vocabulary, hasIndicators = false): boolean {
  const { columns, goals } = vocabulary.profile;
  const last = columns.length + goals.length + 1;
  if (sheet.width !== last + 1 && (hasIndicators || sheet.width !== last)) return false;
  for (let row = 0; row < sheet.height; row++) {
    const text = (column: number) => sheet.at(row, column)?.text ?? '';
    const indicators = text(last);
    const isRow = text(0) !== '' && isAmountLike(text(1));
    if (isRow && (looksLikeIndicators(indicators, vocabulary) || (indicators === '' && !hasIndicators))) return true;
  }
  return false;
}

/**
 * Reads a grid in its layout; where lists and forms stand in it one below the other, each in its own.
 * @param known the head of a table before in the same document
 * @param document the document's money unit, where it is settled
 */
export function readGrid(
  named: NamedGrid,
  layout: LayoutId,
  vocabulary: Vocabulary,
  known?: Head,
  document?: MoneyUnit,
): ReadTable {
  const isTable = layout !== 'none' && layout !== 'comments';
  const sections = isTable ? sectionsOf(named.grid, named.sheet, vocabulary) : [];
  if (sections.length < 2) {
    const read = readOne(named, layout, vocabulary, known, document);
    return isTable ? { ...read, items: [...read.items, ...mismarked(named), ...unseen(named)] } : read;
  }
  let head = known;
  let unit = document;
  const tables = sections.map((grid) => {
    const own = { ...named, grid, sheet: new Sheet(grid, named.prefix) };
    const table = readOne(own, layoutOf(own, vocabulary), vocabulary, head, unit);
    unit ??= table.head.moneyUnit;
    head = headsTogether(head, table.head, unit);
    return table;
  });
  const read = tables.reduce(joinedBelow);
  return { ...read, items: [...read.items, ...mismarked(named), ...unseen(named)] };
}

/** Rows that the file says something wrong of. */
function mismarked({ grid, sheet }: NamedGrid): ImportItem[] {
  return grid.rows.flatMap(({ isMismarked }, row) => {
    const [first] = isMismarked ? sheet.begin(row) : [];
    if (!first) return [];
    const before = trimmed(first.text);
    return [{ kind: 'assumed', ...sheet.placeOf(first), column: '', before, message: MESSAGES.mismarked }];
  });
}

/** Rows and columns that are hidden where they come from: who looks at both would miss them there. */
function unseen({ grid, sheet }: NamedGrid): ImportItem[] {
  const tell = (cell: SheetCell, before: string, message: Bilingual): ImportItem => ({
    kind: 'assumed',
    ...sheet.placeOf(cell),
    column: '',
    before,
    message,
  });
  const columns = new Map<number, SheetCell>();
  /** Rows that follow each other, each by its first cell. */
  const runs: SheetCell[][] = [];
  let isOpen = false;
  for (const [row, own] of grid.rows.entries()) {
    for (const { column, isHidden } of own.cells) {
      const cell = isHidden && !columns.has(column) ? sheet.beginsAt(row, column) : undefined;
      if (cell) columns.set(column, cell);
    }
    const [first] = own.isHidden ? sheet.begin(row) : [];
    if (first && isOpen) runs.at(-1)?.push(first);
    else if (first) runs.push([first]);
    isOpen = first !== undefined;
  }
  return [
    ...[...columns.values()].map((cell) => tell(cell, trimmed(cell.text), MESSAGES.hiddenColumn)),
    ...runs.map((run) => {
      const [first, last] = [run[0] as SheetCell, run.at(-1) as SheetCell];
      const names =
        run.length > 1 ? `${trimmed(first.text)} … ${trimmed(last.text)} (${run.length})` : trimmed(first.text);
      return tell(first, names, MESSAGES.hiddenRows);
    }),
  ];
}

/** A table with another one below it, what stands above that among its rows. */
function joinedBelow({ head, rows, items }: ReadTable, below: ReadTable): ReadTable {
  const kept = below.head.items.filter(isKept);
  const place = kept[0] ?? { line: 0 };
  const above = kept.length > 0 ? [{ ...looseRow(place, []), items: kept }] : [];
  return {
    head: { ...head, moneyUnit: head.moneyUnit ?? below.head.moneyUnit },
    rows: [...rows, ...above, ...below.rows],
    items: [...items, ...below.items.filter((item) => !kept.includes(item))],
  };
}

/** What the heads of a document's tables have said so far. */
export function headsTogether(known: Head | undefined, head: Head, moneyUnit: MoneyUnit | undefined): Head {
  if (!known) return { ...head, moneyUnit };
  return { ...known, known: new Set([...known.known, ...head.known]) };
}

function readOne(
  { grid, prefix, sheet }: NamedGrid,
  layout: LayoutId,
  vocabulary: Vocabulary,
  known: Head | undefined,
  document: MoneyUnit | undefined,
): ReadTable {
  const above = grid.above.map((text): SourceRow => ({ line: 0, cells: [text], sheet: prefix }));
  const read = withLayout();
  const below = (grid.below ?? []).filter((text) => text.trim() !== '');
  const notes = below.map(
    (before) => ({ kind: 'unplaced', line: 0, column: '', before, message: MESSAGES.belowTable }) as const,
  );
  if (notes.length === 0) return read;
  return { ...read, rows: [...read.rows, { ...looseRow({ line: Number.MAX_SAFE_INTEGER }, []), items: notes }] };

  function withLayout(): ReadTable {
    switch (layout) {
      case 'list':
        return readList(above, sourceRows(grid, prefix), grid.isRagged === true, vocabulary, known, document);
      case 'structured': {
        for (let row = 0; row < sheet.height; row++) {
          const head = indicatorHeadAt(sheet, row);
          if (head) {
            const before = [...above, ...sheet.sourceRows(0, head.top)];
            return new StructuredList(sheet, head, vocabulary).read(before, sheet.height, known, document);
          }
        }
        break;
      }
      case 'form': {
        return new Forms(sheet, 0, sheet.height, vocabulary).read(above, known, document);
      }
    }
    return readNothing([...above, ...sheet.sourceRows(0, grid.rows.length)], vocabulary, known);
  }
}

/** A grid without performance targets: all of it becomes comments. */
function readNothing(rows: readonly SourceRow[], vocabulary: Vocabulary, known?: Head): ReadTable {
  const head = readHead([], [], vocabulary, known);
  const items = rows.flatMap((row) =>
    row.cells.flatMap((before, i) =>
      before === ''
        ? []
        : [{ kind: 'unplaced', ...placeIn(row, i), column: '', before, message: MESSAGES.noTable } as const],
    ),
  );
  return { head, rows: [{ ...looseRow({ line: 0 }, []), items }], items: [] };
}

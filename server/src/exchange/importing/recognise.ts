import type { Bilingual, Profile } from '../../profile/profile.ts';
import { type Vocabulary, vocabularyOf } from '../../syntax/vocabulary.ts';
import { profileNamedIn } from '../../table/head.ts';
import type { Grid } from '../grid.ts';
import { readCommentSheet } from './commentSheet.ts';
import { misfit } from './fit.ts';
import { indicatorLines } from './indicatorLines.ts';
import { type ReadTable, toldApart } from './readTable.ts';
import type { LayoutId, Recognised } from './recognised.ts';
import type { TableRow } from './rows.ts';
import { layoutOf, type NamedGrid, namedGrids, readGrid } from './tables.ts';
import { areTwins, type Candidate, namesOf } from './twins.ts';

/**
 * Finds the performance-target tables of a file. Grids in which there is none are said too.
 * @param profiles those that a table may be read by; the first is the one that a document without 版式 has
 */
export function recognise(grids: readonly Grid[], profiles: readonly Profile[]): Recognised[] {
  const seen = new Map<string, Candidate[]>();
  const found: Recognised[] = namedGrids(grids).flatMap((named, grid) => {
    if (named.grid.rows.length === 0) return [];
    const { layout, profile, table } = bestReading(named, profiles);
    const rows = toldApart(table.rows);
    const projects = rows.filter(({ kind }) => kind === 'project');
    const own: Candidate = { name: named.name, sheet: named.grid.name, head: table.head, rows };
    const known = seen.get(namesOf(rows)) ?? [];
    const isTable = layout !== 'none' && layout !== 'comments';
    const twin = isTable ? known.find((other) => areTwins(other, own)) : undefined;
    const reason = whyNot(named, layout, rows, twin?.name);
    if (isTable && !reason) seen.set(namesOf(rows), [...known, own]);
    return {
      grid,
      name: named.name,
      layout,
      firstRow: named.grid.rows[0]?.number ?? 1,
      lastRow: named.grid.rows.at(-1)?.number ?? 1,
      projects: projects.length,
      indicators: rows.reduce((sum, row) => sum + indicatorsIn(row, vocabularyOf(profile)), 0),
      title:
        projects.length === 1
          ? (projects[0]?.name ?? '')
          : (table.head.lines.find((line) => !line.startsWith('//')) ?? ''),
      ...(table.head.moneyUnit && { moneyUnit: table.head.moneyUnit.name }),
      profile: profile.id,
      isChosen: reason === undefined,
      ...(reason && { reason }),
    };
  });
  return found.map((one) => (one.layout === 'comments' ? ofTable(one, found) : one));
}

/** Comments go along with a table that stands before them. */
function ofTable(comments: Recognised, all: readonly Recognised[]): Recognised {
  return { ...comments, isChosen: all.some(({ grid, isChosen }) => isChosen && grid < comments.grid) };
}

/** How many indicators a row has, in cells of their own or as text of one. */
function indicatorsIn({ entries, indicators, isScan }: TableRow, vocabulary: Vocabulary): number {
  return entries.length + (indicators === '' ? 0 : indicatorLines(indicators, vocabulary, isScan).indicators.length);
}

interface Reading {
  readonly layout: LayoutId;
  readonly profile: Profile;
  readonly table: ReadTable;
}

/** A grid read by the profile that fits it best: the one that it names, else the one with the fewest things without place. */
function bestReading(named: NamedGrid, profiles: readonly Profile[]): Reading {
  const own = profileNamed(named.grid, profiles);
  const [sample] = namedGrids([{ ...named.grid, name: named.name, rows: named.grid.rows.slice(0, SAMPLE_ROWS) }]);
  let best: (Omit<Reading, 'table'> & { readonly misfit: number }) | undefined;
  for (const profile of own ? [own] : profiles) {
    const vocabulary = vocabularyOf(profile);
    const layout = layoutOf(sample as NamedGrid, vocabulary);
    const reading = {
      layout,
      profile,
      misfit: misfit(named.grid, readGrid(sample as NamedGrid, layout, vocabulary), vocabulary),
    };
    const isBetter = !best || (layout !== 'none' && (best.layout === 'none' || reading.misfit < best.misfit));
    if (isBetter) best = reading;
  }
  const { profile } = best as Pick<Reading, 'profile'>;
  const vocabulary = vocabularyOf(profile);
  const layout = layoutOf(named, vocabulary);
  return { layout, profile, table: readGrid(named, layout, vocabulary) };
}

/** By so many rows the profile is chosen. */
const SAMPLE_ROWS = 400;

/** The profile that a line above a table names (版式). */
function profileNamed({ above, rows }: Grid, profiles: readonly Profile[]): Profile | undefined {
  const [first] = profiles;
  if (!first) return undefined;
  const vocabulary: Vocabulary = vocabularyOf(first);
  const lines = [...above, ...rows.slice(0, HEAD_ROWS).flatMap(({ cells }) => cells.map(({ text }) => text))];
  for (const line of lines) {
    const id = profileNamedIn(line, vocabulary);
    const found = id === undefined ? undefined : profiles.find((profile) => profile.id === id);
    if (found) return found;
  }
  return undefined;
}

/** Rows that may stand above a heading. */
const HEAD_ROWS = 10;

/** Why a table is not imported where nobody chooses, or what is to be known of it. */
function whyNot(
  { grid, sheet }: NamedGrid,
  layout: LayoutId,
  rows: readonly TableRow[],
  twin: string | undefined,
): Bilingual | undefined {
  const names = rows.filter(({ kind }) => kind === 'project').map(({ name }) => name);
  // What says itself what its rows are is one of ours, as far as it has come.
  const isOurs = rows.some(({ isMarked }) => isMarked);
  if (layout === 'none') {
    return { zh: '没有找到绩效目标表的表头', en: 'no heading of a performance-target table found' };
  }
  if (layout === 'comments') {
    const count = readCommentSheet(sheet).comments.length;
    return { zh: `${count} 条，写回原来的位置`, en: `${count}, put back where they stood` };
  }
  if (grid.hidden) return { zh: '隐藏的工作表', en: 'a hidden sheet' };
  if (names.length === 0 && !isOurs) return { zh: '表中没有项目', en: 'no projects in it' };
  if (names.every((name) => name === '') && !isOurs) {
    return {
      zh: '没有项目名称（可能是部门整体支出绩效目标表）',
      en: 'names no project (perhaps the targets of a department as a whole)',
    };
  }
  if (twin !== undefined) return { zh: `与“${twin}”的项目相同`, en: `the same projects as in “${twin}”` };
  return undefined;
}

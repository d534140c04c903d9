import type { Profile } from '../../profile/profile.ts';
import { vocabularyOf } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT, readMoneyUnit } from '../../table/moneyUnit.ts';
import type { Grid } from '../grid.ts';
import { giveComments } from './giveComments.ts';
import type { Head } from './head.ts';
import { MESSAGES } from './messages.ts';
import type { ReadTable } from './readTable.ts';
import type { Recognised } from './recognised.ts';
import type { ImportReport } from './report.ts';
import { type SheetTable, withUnits } from './sheetUnits.ts';
import { headsTogether, namedGrids, readGrid } from './tables.ts';
import { writeDocument } from './writeDocument.ts';

/** A document made of tables of another program. */
export interface Imported {
  readonly document: string;
  readonly report: ImportReport;
  /** Id of the profile that the document is written for. */
  readonly profile: string;
}

export interface ImportOptions {
  /** Id of the profile to write for; without it the one that fits the tables best. */
  readonly profile?: string;
}

/**
 * Makes one document of the chosen tables, in the order of the file. No cell is lost: what has no place stands in the
 * document as a comment with the cell it had (`Sheet1!B7`), and the report lists everything that was not plain copying.
 * The money unit is that of the first table that states one; amounts of others are converted exactly and reported.
 * @param profiles as for `recognise`: a document for another than the first names it (版式)
 */
export function importGrids(
  grids: readonly Grid[],
  chosen: readonly Recognised[],
  profiles: readonly Profile[],
  options: ImportOptions = {},
): Imported {
  const profile = profiles.find(({ id }) => id === options.profile) ?? profileOf(chosen, profiles);
  const vocabulary = vocabularyOf(profile);
  const named = namedGrids(grids);
  const inOrder = chosen.flatMap(({ grid, layout, moneyUnit }) => {
    const own = named[grid];
    return own ? [{ grid, own, layout, moneyUnit }] : [];
  });
  inOrder.sort((a, b) => a.grid - b.grid);
  const stated = inOrder.map((table) => readMoneyUnit(table.moneyUnit ?? '')).find((unit) => unit !== undefined);
  const moneyUnit = stated ?? DEFAULT_MONEY_UNIT;
  const read: ReadTable[] = [];
  const sheets: SheetTable['sheet'][] = [];
  let known: Head | undefined;
  /** The tables that no comments were read for yet. */
  let open = 0;
  for (const { own, layout } of inOrder) {
    if (layout === 'comments' && open < read.length) {
      open = giveComments(own.sheet, read, open);
      continue;
    }
    const table = readGrid(own, layout, vocabulary, known, moneyUnit);
    read.push(table);
    sheets.push(own.grid.name);
    known = headsTogether(known, table.head, moneyUnit);
  }
  const inSheets = read.map((table, i) => ({ sheet: sheets[i], table }));
  const tables = withUnits(inSheets, moneyUnit, vocabulary);
  const [first, ...others] = tables;
  if (!first) return { ...writeDocument([], vocabulary), profile: profile.id };
  const lines = [...first.head.lines];
  const items = [...first.items];
  if (profile !== profiles[0] && !first.head.roles.has('profile')) lines.push(`版式: ${profile.id}`);
  const unitLine = `单位: ${moneyUnit.name}`;
  if (stated && !first.head.roles.has('moneyUnit') && !lines.includes(unitLine)) {
    lines.push(unitLine);
    const from = tables.find(({ head }) => head.moneyUnit)?.head.moneyUnitFrom;
    const { text: before, place } = from ?? { text: stated.name, place: { line: 0 } };
    items.push({ kind: 'assumed', ...place, column: '', before, after: unitLine, message: MESSAGES.headingMoneyUnit });
  }
  if (!stated && tables.some(({ rows }) => rows.some(({ amounts }) => amounts.size > 0)))
    items.push({ kind: 'assumed', line: 0, column: '', before: '', after: unitLine, message: MESSAGES.noMoneyUnit });
  const headed = { ...first, head: { ...first.head, lines }, items };
  return { ...writeDocument([headed, ...others], vocabulary), profile: profile.id };
}

/** The profile that fits most of the projects. */
function profileOf(chosen: readonly Recognised[], profiles: readonly Profile[]): Profile {
  const fitting = (profile: Profile) =>
    chosen.reduce((sum, { profile: id, projects }) => sum + (id === profile.id ? projects : 0), 0);
  return profiles.reduce((best, profile) => (fitting(profile) > fitting(best) ? profile : best));
}

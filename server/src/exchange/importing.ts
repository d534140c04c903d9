import type { Profile } from '../profile/profile.ts';
import type { Grid } from './grid.ts';
import type { Recognised } from './importing/recognised.ts';
import type { ImportReport } from './importing/report.ts';

export { LAYOUT_NAMES, type LayoutId, type Recognised } from './importing/recognised.ts';

/** A document made of tables of another program. */
export interface Imported {
  readonly document: string;
  readonly report: ImportReport;
  /** The profile that the document is written for. */
  readonly profile: string;
}

export interface ImportOptions {
  /** Id of the profile to write for; without it the one that fits the tables best. */
  readonly profile?: string;
}

/**
 * Finds the performance-target tables of a file. Grids in which there is none are said too.
 * @param profiles those that a table may be read by; the first is the one that a document without 版式 has
 */
export function recognise(_grids: readonly Grid[], _profiles: readonly Profile[]): Recognised[] {
  return [];
}

/**
 * Makes one document of the chosen tables. No cell is lost: what has no place stands in the document as a comment with
 * the cell it had (`Sheet1!B7`), and the report lists everything that was not plain copying.
 */
export function importGrids(
  _grids: readonly Grid[],
  _chosen: readonly Recognised[],
  profiles: readonly Profile[],
  _options: ImportOptions = {},
): Imported {
  return {
    document: '',
    report: { counts: { totals: 0, units: 0, projects: 0, indicators: 0 }, items: [] },
    profile: (profiles[0] as Profile).id,
  };
}

/** Where cells are pasted. */
export interface PastePlace {
  readonly profile: Profile;
  /** Name of the table's money unit. */
  readonly moneyUnit: string;
  /** What the cursor stands in. */
  readonly place: 'betweenBlocks' | 'indicators' | 'goal' | 'amounts';
  /** Number that the first pasted indicator gets; 1 without it. */
  readonly firstNumber?: number;
}

/** The text for cells that are pasted somewhere; undefined where they say nothing that has a place there. */
export function pasteText(
  _grids: readonly Grid[],
  _where: PastePlace,
): { readonly text: string; readonly report: ImportReport } | undefined {
  return undefined;
}

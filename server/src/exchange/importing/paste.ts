import type { Profile } from '../../profile/profile.ts';
import type { Grid } from '../grid.ts';
import type { ImportReport } from './report.ts';

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

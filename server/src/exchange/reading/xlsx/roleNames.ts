import type { GridRow } from '../../grid.ts';
import type { RowRole } from '../../rowRole.ts';
import type { Budget } from '../budget.ts';
import { placeOf } from './place.ts';

interface Area {
  readonly role: RowRole;
  readonly from: number;
  readonly to: number;
}

/** The names of cells that say what rows are, by their sheets. */
export class RoleNames {
  readonly #areas = new Map<string, Area[]>();

  /** @param places what a name stands for: `'Sheet 1'!$A$5,'Sheet 1'!$A$7:$A$9`; what is no place any more is passed over */
  add(role: RowRole, places: string, budget: Budget): void {
    budget.text(places);
    for (const place of parted(places, ',')) {
      const [sheet, cells] = parted(place, '!');
      const [first = '', last = first] = (cells ?? '').split(':');
      const from = placeOf(first)?.row;
      const to = placeOf(last)?.row;
      if (sheet === undefined || from === undefined || to === undefined) continue;
      budget.merge();
      const areas = this.#areas.get(unquoted(sheet)) ?? [];
      areas.push({ role, from, to });
      this.#areas.set(unquoted(sheet), areas);
    }
  }

  /** The rows of a sheet, those that are named with their roles. */
  mark(sheet: string, rows: readonly GridRow[]): readonly GridRow[] {
    const areas = this.#areas.get(sheet)?.sort((a, b) => a.from - b.from);
    if (!areas) return rows;
    let next = 0;
    return rows.map((row) => {
      while (next < areas.length && (areas[next] as Area).to < row.number) next++;
      const area = areas[next];
      return area && area.from <= row.number ? { ...row, role: area.role } : row;
    });
  }
}

/** A text's parts; a mark in quotes parts nothing. */
function parted(text: string, mark: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "'") isQuoted = !isQuoted;
    else if (text[i] === mark && !isQuoted) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function unquoted(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}

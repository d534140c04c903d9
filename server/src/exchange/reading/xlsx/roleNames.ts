import type { GridRow } from '../../grid.ts';
import { type RowName, wordOf } from '../../rowName.ts';
import type { RowRole } from '../../rowRole.ts';
import type { Budget } from '../budget.ts';
import { placeOf } from './place.ts';

interface Area {
  readonly name: RowName;
  readonly from: number;
  readonly to: number;
  /** The column of the cells that say what the rows are called. */
  readonly column: number;
}

/** The names of cells that say what rows are, by their sheets. */
export class RoleNames {
  readonly #areas = new Map<string, Area[]>();

  /** @param places what a name stands for: `'Sheet 1'!$A$5,'Sheet 1'!$A$7:$A$9`; what is no place any more is passed over */
  add(name: RowName, places: string, budget: Budget): void {
    budget.text(places);
    for (const written of parted(places, ',')) {
      const [sheet, cells] = parted(written, '!');
      const [first = '', last = first] = (cells ?? '').split(':');
      const place = placeOf(first);
      const to = placeOf(last)?.row;
      if (sheet === undefined || place === undefined || to === undefined) continue;
      budget.merge();
      const areas = this.#areas.get(unquoted(sheet)) ?? [];
      areas.push({ name, from: place.row, to, column: place.column });
      this.#areas.set(unquoted(sheet), areas);
    }
  }

  /**
   * The rows of a sheet with the roles that names give them. A name that is of a row called otherwise gives none: rows
   * have been sorted, or this one renamed. Once a name is wrong, rows of one name and two roles may have changed places.
   */
  mark(sheet: string, rows: readonly GridRow[]): readonly GridRow[] {
    const areas = this.#areas.get(sheet)?.sort((a, b) => a.from - b.from);
    if (!areas) return rows;
    let next = 0;
    const named = rows.map((row) => {
      while (next < areas.length && (areas[next] as Area).to < row.number) next++;
      const area = areas[next];
      if (!area || area.from > row.number) return { row };
      const text = row.cells.find(({ column }) => column === area.column)?.text ?? '';
      return { row, name: area.name, isOwn: wordOf(text) === area.name.word };
    });
    const isAsWritten = named.every(({ isOwn = true }) => isOwn);
    const unsure = isAsWritten ? new Set<string>() : wordsOfSeveralRoles(areas);
    return named.map(({ row, name, isOwn }) => {
      if (!name) return row;
      return isOwn && !unsure.has(name.word) ? { ...row, role: name.role } : { ...row, isMismarked: true };
    });
  }
}

function wordsOfSeveralRoles(areas: readonly Area[]): Set<string> {
  const roles = new Map<string, RowRole>();
  const several = new Set<string>();
  for (const { role, word } of areas.map(({ name }) => name)) {
    if ((roles.get(word) ?? role) !== role) several.add(word);
    roles.set(word, role);
  }
  return several;
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

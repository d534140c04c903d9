import type { Grid } from '../grid.ts';
import { type RowName, readRowName } from '../rowName.ts';
import { Budget } from './budget.ts';
import { cannotRead } from './messages.ts';
import { mainPart, relationsOf } from './relations.ts';
import type { Shared } from './xlsx/cell.ts';
import { RoleNames } from './xlsx/roleNames.ts';
import { readSharedStrings } from './xlsx/sharedStrings.ts';
import { readSheet } from './xlsx/sheet.ts';
import { readStyles } from './xlsx/styles.ts';
import { prefixed, readXmlPart } from './xml.ts';
import type { Zip } from './zip.ts';

/** The sheets of a workbook in their order. Formulas, links and macros are not looked at; cells have the values last saved. */
export function readXlsx(zip: Zip): Grid[] {
  const part = mainPart(zip, 'xl/workbook.xml');
  const budget = new Budget();
  const { sheets, is1904, roles } = readWorkbook(zip, part, budget);
  const relations = relationsOf(zip, part);
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target ?? '';
  const shared: Shared = {
    strings: readSharedStrings(zip, partOf('sharedStrings')),
    styles: readStyles(zip, partOf('styles')),
    is1904,
  };
  return sheets.flatMap(({ name, id, isHidden }) => {
    const relation = relations.get(id);
    // Sheets of charts and dialogues hold no cells.
    if (relation && relation.type !== 'worksheet') return [];
    budget.grid();
    const rows = relation && readSheet(zip, relation.target, shared, budget);
    if (!rows) throw cannotRead('damaged');
    return [{ name, ...(isHidden && { hidden: true as const }), above: [], rows: roles.mark(name, rows) }];
  });
}

interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly isHidden: boolean;
}

interface WorkbookEntries {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  readonly roles: RoleNames;
}

function readWorkbook(zip: Zip, part: string, budget: Budget): WorkbookEntries {
  const sheets: SheetEntry[] = [];
  const roles = new RoleNames();
  let is1904 = false;
  let named: { readonly row: RowName; places: string } | undefined;
  const isThere = readXmlPart(zip, part, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      const row = name === 'definedName' ? readRowName(attributes.name ?? '') : undefined;
      if (row) named = { row, places: '' };
      if (name !== 'sheet') return;
      const { name: title = '', state = 'visible' } = attributes;
      sheets.push({ name: title, id: prefixed(attributes, 'id') ?? '', isHidden: state !== 'visible' });
    },
    text(text) {
      if (named) named.places += text;
    },
    close(name) {
      if (name !== 'definedName' || !named) return;
      roles.add(named.row, named.places, budget);
      named = undefined;
    },
  });
  if (!isThere) throw cannotRead('damaged');
  return { sheets, is1904, roles };
}

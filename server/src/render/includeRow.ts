import type { Bilingual } from '../profile/profile.ts';
import { fillIn } from '../rules/rule.ts';
import { type Html, html } from './html.ts';
import type { Pieces } from './pieces.ts';
import type { ShownRow } from './view.ts';

const TAKEN: Bilingual = { zh: '引用 {path}', en: 'Taken in: {path}' };

/** The row that stands where another table is taken in, above that table's rows. */
export function includeRow({ block, row, table, language }: ShownRow, pieces: Pieces, columns: number): Html {
  const path = table.includeBlocks.get(block)?.path ?? row.name;
  return html`<tr class="include">${pieces.main('th', row.nameSpan, fillIn(TAKEN[language], { path }), {
    classes: 'name',
    colSpan: columns,
  })}</tr>`;
}

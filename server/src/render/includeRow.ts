import type { Bilingual } from '../profile/profile.ts';
import { include } from '../rules/include.ts';
import { fillIn, formatMessage } from '../rules/rule.ts';
import { type Html, html } from './html.ts';
import { otherText } from './otherText.ts';
import type { Pieces } from './pieces.ts';
import type { ShownRow } from './view.ts';

const TAKEN: Bilingual = { zh: '引用 {path}', en: 'Taken in: {path}' };

/**
 * The row that stands where another table is taken in, above that table's rows. A page that stands for itself has it
 * only where that table's rows are missing, and says why.
 */
export function includeRow(shown: ShownRow, pieces: Pieces, columns: number): Html | undefined {
  const { block, row, table, language, isAlone } = shown;
  const others = otherText(
    block.text,
    row.tree.parts.filter((part) => part.type !== 'field' || part.role !== 'include'),
    pieces,
  );
  const isTold = !isAlone || !table.inclusionOf(block).table;
  if (!isTold && others.length === 0) return undefined;
  const path = table.includeBlocks.get(block)?.path ?? row.name;
  const problem = isAlone ? shown.findings.find(({ rule }) => rule === include) : undefined;
  const reason = problem && html`<p>${formatMessage(include, problem, language)}</p>`;
  const content = [isTold && fillIn(TAKEN[language], { path }), reason, others];
  return html`<tr class="include">${pieces.main('th', row.nameSpan, content, { classes: 'name', colSpan: columns })}</tr>`;
}

import type { Block } from '../syntax/blocks.ts';
import { amountCells, goalCells, HEADS, nameCell } from './cells.ts';
import { type Html, html } from './html.ts';
import { includeRow } from './includeRow.ts';
import { indicatorLines } from './indicatorLines.ts';
import { Pieces } from './pieces.ts';
import type { View } from './view.ts';

/** Characters that a line of the goal or the indicators holds, for guessing how high a row is. */
const LINE = 44;

/** The table as it is published: a row a project, its indicators as text in one cell. */
export const list: View = {
  head({ context: { vocabulary } }, language) {
    const { columns, goals } = vocabulary.profile;
    return html`<tr><th class="name" scope="col">${HEADS.name[language]}</th>${columns.map(
      ({ name }) => html`<th class="amount" scope="col">${name}</th>`,
    )}${goals.map(({ name }) => html`<th class="goal" scope="col">${name}</th>`)}<th class="indicators" scope="col">${
      HEADS.indicators[language]
    }</th></tr>`;
  },

  columns({ context: { vocabulary } }) {
    const { columns, goals } = vocabulary.profile;
    return columns.length + goals.length + 2;
  },

  row(shown) {
    const { block, row, table } = shown;
    const pieces = new Pieces(shown);
    if (block.kind === 'include') return includeRow(shown, pieces, list.columns(table));
    const amounts = amountCells(shown, pieces);
    const goals = goalCells(shown, pieces);
    const part = row.tree.parts.find(({ type }) => type === 'indicators');
    const indicators = part
      ? pieces.piece('td', part, indicatorLines(shown, pieces), { classes: 'indicators' })
      : html`<td class="indicators"></td>`;
    const name: Html = nameCell(shown, pieces);
    return html`<tr class="${block.kind}">${name}${amounts}${goals}${indicators}</tr>`;
  },

  shows: ({ kind }: Block) => kind !== 'head',
  height: ({ kind, text }: Block) => (kind === 'project' ? Math.max(2, Math.ceil(text.length / LINE)) : 1),
};

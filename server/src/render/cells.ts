import type { Bilingual } from '../profile/profile.ts';
import { linesOf } from '../syntax/text.ts';
import { amountOf } from '../table/row.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { type Html, html } from './html.ts';
import type { Pieces } from './pieces.ts';
import type { ShownRow } from './view.ts';

/** The cells that the views share: a row's name, its amounts, its goals. */

export const HEADS = {
  name: { zh: '项目名称(资金使用单位)', en: 'Project (unit)' },
  indicators: { zh: '绩效指标', en: 'Indicators' },
  unnamed: { zh: '(未填名称)', en: '(no name)' },
} satisfies Record<string, Bilingual>;

/** The name of a row with its other fields below it; written after all other cells, for it marks what they did not. */
export function nameCell({ row, block, language }: ShownRow, pieces: Pieces, rowSpan = 1): Html {
  const fields = row.fields.map((field) => {
    const { label, text } = field;
    const name = block.text.slice(label.start, label.colon).trim();
    return pieces.piece('p', field, [name, ': ', block.text.slice(text.start, text.end)], { classes: 'field' });
  });
  const name = row.name || html`<em>${HEADS.unnamed[language]}</em>`;
  return pieces.main('th', row.nameSpan, [name, fields], { classes: 'name', rowSpan });
}

/** The heads of the columns of amounts. */
export function amountHeads({ context: { vocabulary } }: TableDocument): Html[] {
  return vocabulary.profile.columns.map(({ name }) => html`<th class="amount" scope="col">${name}</th>`);
}

/** The cells of all amounts as they are filed; what cannot be read is shown as it is written. */
export function amountCells({ row, block, table }: ShownRow, pieces: Pieces, rowSpan = 1): Html[] {
  return table.context.vocabulary.profile.columns.map((_, column) => {
    const amount = amountOf(row, column) ?? row.amounts.find((other) => other.column === column);
    if (!amount) return html`<td class="amount"${rowSpan > 1 && html` rowspan="${rowSpan}"`}></td>`;
    const { text } = amount.node;
    const { value, problem } = amount.reading;
    const shown = value && !problem ? value.toAmount() : block.text.slice(text.start, text.end);
    return pieces.piece('td', amount.node, shown, { classes: 'amount', rowSpan });
  });
}

/** The cells of the goals, one a kind of goal; several of one kind stand in one cell. */
export function goalCells({ row, table }: ShownRow, pieces: Pieces, rowSpan = 1): Html[] {
  return table.context.vocabulary.profile.goals.map((_, index) => {
    const own = row.goals.filter(({ node }) => node.index === index);
    const [first] = own;
    if (!first) return html`<td class="goal"${rowSpan > 1 && html` rowspan="${rowSpan}"`}></td>`;
    const goals = own.map(({ node, text }) =>
      pieces.piece(
        'span',
        node,
        linesOf(text).map((line) => html`<p>${line}</p>`),
        { classes: 'text' },
      ),
    );
    return pieces.piece('td', first.node, goals, { classes: 'goal', rowSpan });
  });
}

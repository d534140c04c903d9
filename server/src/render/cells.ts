import type { Bilingual } from '../profile/profile.ts';
import { lineText } from '../syntax/text.ts';
import type { Amount } from '../table/row.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { type Html, html } from './html.ts';
import { otherText } from './otherText.ts';
import { type Pieces, spans } from './pieces.ts';
import type { ShownRow } from './view.ts';

/** The cells that the views share: a row's name, its amounts, its goals. */

export const HEADS = {
  name: { zh: '项目名称(资金使用单位)', en: 'Project (unit)' },
  indicators: { zh: '绩效指标', en: 'Indicators' },
  unnamed: { zh: '(未填名称)', en: '(no name)' },
} satisfies Record<string, Bilingual>;

/**
 * The name of a row with its other fields below it, and what belongs to no field; written after all other cells, for it
 * marks what they did not.
 */
export function nameCell({ row, block, language }: ShownRow, pieces: Pieces, rowSpan = 1): Html {
  const fields = row.fields.map((field) => {
    const { label, text } = field;
    const name = block.text.slice(label.start, label.colon).trim();
    return pieces.piece('p', field, [name, ': ', lineText(block.text, text)], { classes: 'field' });
  });
  const strays = row.tree.parts.filter(({ type }) => type === 'stray');
  const name = row.name || html`<em>${HEADS.unnamed[language]}</em>`;
  const content = [name, fields, otherText(block.text, strays, pieces)];
  return pieces.main('th', row.nameSpan, content, { classes: 'name', rowSpan });
}

/** The heads of the columns of amounts. */
export function amountHeads({ context: { vocabulary } }: TableDocument): Html[] {
  return vocabulary.profile.columns.map(({ name }) => html`<th class="amount" scope="col">${name}</th>`);
}

/** The cells of all amounts as they are filed; what cannot be read is shown as it is written. */
export function amountCells({ row, block, table }: ShownRow, pieces: Pieces, rowSpan = 1): Html[] {
  return table.context.vocabulary.profile.columns.map((_, column) => {
    const own = row.amounts.filter((amount) => amount.column === column);
    const [first, ...others] = own;
    if (!first) return html`<td class="amount"${spans({ rowSpan })}></td>`;
    if (others.length === 0) {
      const classes = isRead(first) ? 'amount' : 'amount written';
      return pieces.piece('td', first.node, amountText(first, block.text), { classes, rowSpan });
    }
    const amounts = own.map((amount) =>
      pieces.piece('p', amount.node, amountText(amount, block.text), isRead(amount) ? {} : { classes: 'written' }),
    );
    return pieces.piece('td', first.node, amounts, { classes: 'amount', rowSpan });
  });
}

function isRead({ reading: { value, problem } }: Amount): boolean {
  return value !== undefined && problem === undefined;
}

function amountText(amount: Amount, text: string): string {
  const { node, reading } = amount;
  return isRead(amount) ? (reading.value?.toAmount() ?? '') : lineText(text, node.text);
}

/** The cells of the goals, one a kind of goal; several of one kind stand in one cell. */
export function goalCells({ row, table }: ShownRow, pieces: Pieces, rowSpan = 1): Html[] {
  return table.context.vocabulary.profile.goals.map((_, index) => {
    const own = row.goals.filter(({ node }) => node.index === index);
    const [first] = own;
    if (!first) return html`<td class="goal"${spans({ rowSpan })}></td>`;
    const goals = own.map(({ node, text }) =>
      pieces.piece(
        'span',
        node,
        text.split('\n').map((line) => html`<p>${line}</p>`),
        { classes: 'text' },
      ),
    );
    return pieces.piece('td', first.node, goals, { classes: 'goal', rowSpan });
  });
}

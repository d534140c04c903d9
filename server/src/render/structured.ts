import type { Bilingual } from '../profile/profile.ts';
import type { Block } from '../syntax/blocks.ts';
import { amountCells, goalCells, HEADS, nameCell } from './cells.ts';
import { type Html, html } from './html.ts';
import { includeRow } from './includeRow.ts';
import { INDICATOR_COLUMNS, indicatorRows } from './indicatorRows.ts';
import { Pieces } from './pieces.ts';
import type { View } from './view.ts';

const LEVELS = {
  one: { zh: '一级指标', en: 'Level 1' },
  two: { zh: '二级指标', en: 'Level 2' },
  three: { zh: '三级指标', en: 'Indicator' },
} satisfies Record<string, Bilingual>;

/** Characters that a line of the goal holds, for guessing how high a row is. */
const LINE = 24;

/** The table as forms and reviewers have it: a row an indicator, its classes and its project merged over the rows. */
export const structured: View = {
  head({ context: { vocabulary } }, language) {
    const { columns, goals, valueLabels } = vocabulary.profile;
    const head = (name: string, classes: string) => html`<th class="${classes}" scope="col">${name}</th>`;
    return html`<tr>${head(HEADS.name[language], 'name')}${columns.map(({ name }) => head(name, 'amount'))}${goals.map(
      ({ name }) => head(name, 'goal'),
    )}${head(LEVELS.one[language], 'level')}${head(LEVELS.two[language], 'level')}${head(
      LEVELS.three[language],
      'indicator',
    )}${valueLabels.map(({ name }) => head(name, 'value'))}</tr>`;
  },

  columns({ context: { vocabulary } }) {
    const { columns, goals, valueLabels } = vocabulary.profile;
    return 1 + columns.length + goals.length + INDICATOR_COLUMNS + valueLabels.length;
  },

  row(shown) {
    const { block, table } = shown;
    const pieces = new Pieces(shown);
    if (block.kind === 'include') return includeRow(shown, pieces, structured.columns(table));
    const indicators = indicatorRows(shown, pieces);
    const rest = INDICATOR_COLUMNS + table.context.vocabulary.profile.valueLabels.length;
    const lines = indicators.length > 0 ? indicators : [emptyCells(rest)];
    const amounts = amountCells(shown, pieces, lines.length);
    const goals = goalCells(shown, pieces, lines.length);
    const name = nameCell(shown, pieces, lines.length);
    return html`${lines.map((cells, i) =>
      i === 0
        ? html`<tr class="${block.kind}">${name}${amounts}${goals}${cells}</tr>`
        : html`<tr class="${block.kind}">${cells}</tr>`,
    )}`;
  },

  shows: ({ kind }: Block) => kind !== 'head',
  height: ({ kind, text, lineEnds }: Block) =>
    kind === 'project' ? Math.max(2, lineEnds - 5, Math.ceil(text.length / LINE / 4)) : 1,
};

function emptyCells(count: number): Html {
  return html`${Array.from({ length: count }, () => html`<td></td>`)}`;
}

import type { Bilingual } from '../profile/profile.ts';
import { classText } from '../rules/classText.ts';
import type { Block } from '../syntax/blocks.ts';
import type { Indicator, IndicatorClass } from '../table/row.ts';
import { amountCells, goalCells, HEADS, nameCell } from './cells.ts';
import { type Html, html } from './html.ts';
import { includeRow } from './includeRow.ts';
import { Pieces } from './pieces.ts';
import type { ShownRow, View } from './view.ts';

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
    )}${Object.values(LEVELS).map((level) => head(level[language], 'level'))}${valueLabels.map(({ name }) =>
      head(name, 'value'),
    )}</tr>`;
  },

  columns({ context: { vocabulary } }) {
    const { columns, goals, valueLabels } = vocabulary.profile;
    return 1 + columns.length + goals.length + 3 + valueLabels.length;
  },

  row(shown) {
    const { block, findings, row, table } = shown;
    const pieces = new Pieces(block.text, findings);
    if (block.kind === 'include') return includeRow(shown, pieces, structured.columns(table));
    const rest = 3 + table.context.vocabulary.profile.valueLabels.length;
    const lines = row.indicators.length > 0 ? indicatorCells(shown, pieces) : [emptyCells(rest)];
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

/** The cells of each indicator; classes that stay the same over several rows are written once, in the first. */
function indicatorCells({ row, block, table }: ShownRow, pieces: Pieces): Html[] {
  const { indicators } = row;
  const ones = indicators.map((indicator) => classOf(indicator, 1, block.text));
  const twos = indicators.map((indicator, i) => [ones[i], classOf(indicator, 2, block.text)].join('\n'));
  return indicators.map((indicator, i) => {
    const { node, name, code3, number, values } = indicator;
    const one = spanOfSame(ones, i);
    const two = spanOfSame(twos, i);
    const valued = table.context.vocabulary.profile.valueLabels.map((label) => {
      const own = values.filter((value) => value.label === label || value.label === undefined);
      const [first] = own;
      if (!first) return html`<td class="value"></td>`;
      return pieces.piece(
        'td',
        first.node,
        own.map(({ text }) => html`<p>${text}</p>`),
        { classes: 'value' },
      );
    });
    const classes = [
      one > 0 && classCell(indicator, indicator.class1, ones[i] ?? '', pieces, one),
      two > 0 && classCell(indicator, indicator.class2, twos[i]?.split('\n')[1] ?? '', pieces, two),
    ];
    const shownName = [number !== undefined && `${number}、`, code3 && `${code3}-`, name];
    const named = pieces.piece('td', node, node.name ? pieces.piece('span', node.name, shownName) : shownName, {
      classes: 'indicator',
      isLine: true,
    });
    return html`${classes}${named}${valued}`;
  });
}

function classCell(
  { node }: Indicator,
  written: IndicatorClass<unknown> | undefined,
  text: string,
  pieces: Pieces,
  rowSpan: number,
): Html {
  return pieces.piece('td', written?.node ?? { start: node.start, end: node.start }, text, {
    classes: 'level',
    rowSpan,
  });
}

/** A class as it counts; where it means none, as it is written. */
function classOf({ class1, class2, level1, level2 }: Indicator, level: 1 | 2, text: string): string {
  const known = level === 1 ? level1 : level2;
  const written = (level === 1 ? class1 : class2)?.node;
  return known ? classText(known) : written ? text.slice(written.start, written.end) : '';
}

/** Over how many rows the same goes on from one; 0 where it began above. */
function spanOfSame(texts: readonly string[], at: number): number {
  if (at > 0 && texts[at - 1] === texts[at]) return 0;
  let end = at + 1;
  while (end < texts.length && texts[end] === texts[at]) end++;
  return end - at;
}

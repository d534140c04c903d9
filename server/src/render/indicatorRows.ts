import type { ValueLabel } from '../profile/profile.ts';
import { lineText } from '../syntax/text.ts';
import { isForValue } from '../syntax/vocabulary.ts';
import type { Indicator, IndicatorClass } from '../table/row.ts';
import { classOf } from './classOf.ts';
import { type Html, html } from './html.ts';
import { indicatorItems } from './indicatorItems.ts';
import { type Pieces, spans } from './pieces.ts';
import type { ShownRow } from './view.ts';

/** How many columns an indicator takes besides those of its values: its classes and its name. */
export const INDICATOR_COLUMNS = 3;

/**
 * The cells of the indicators of a row, a row of the page each. Classes that stay the same are written once, in a cell
 * that goes over all their rows; a heading or other text among the indicators is a row of its own and parts them.
 */
export function indicatorRows({ row, block, table }: ShownRow, pieces: Pieces): Html[] {
  const { valueLabels } = table.context.vocabulary.profile;
  const colSpan = INDICATOR_COLUMNS + valueLabels.length;
  const rows: Html[] = [];
  let run: Indicator[] = [];
  const endRun = () => {
    rows.push(...runCells(run, block.text, valueLabels, pieces));
    run = [];
  };
  for (const item of indicatorItems(row)) {
    if ('indicator' in item) run.push(item.indicator);
    else {
      endRun();
      const { line } = item;
      const shown = pieces.piece('p', line, lineText(block.text, line), { classes: line.type, isLine: true });
      rows.push(html`<td${spans({ colSpan })}>${shown}</td>`);
    }
  }
  endRun();
  return rows;
}

function runCells(run: readonly Indicator[], text: string, labels: readonly ValueLabel[], pieces: Pieces): Html[] {
  const ones = run.map((indicator) => classOf(indicator, 1, text));
  const twos = run.map((indicator) => classOf(indicator, 2, text));
  const both = ones.map((one, i) => `${one}\n${twos[i]}`);
  return run.map((indicator, i) => {
    const { node, name, code3, number, class1, class2 } = indicator;
    const classes = [
      classCell(indicator, class1, ones[i] as string, spanOfSame(ones, i), pieces),
      classCell(indicator, class2, twos[i] as string, spanOfSame(both, i), pieces),
    ];
    const values = labels.map((label) => valueCell(indicator, label, pieces));
    const shownName = [number !== undefined && `${number}、`, code3 && `${code3}-`, name];
    const named = pieces.piece('td', node, node.name ? pieces.piece('span', node.name, shownName) : shownName, {
      classes: 'indicator',
      isLine: true,
    });
    return html`${classes}${named}${values}`;
  });
}

function valueCell({ values }: Indicator, label: ValueLabel, pieces: Pieces): Html {
  const own = values.filter((value) => value.label === label || (value.label === undefined && isForValue(label)));
  const [first] = own;
  if (!first) return html`<td class="value"></td>`;
  const texts = own.map(({ text }) => html`<p>${text}</p>`);
  return pieces.piece('td', first.node, texts, { classes: 'value' });
}

/** @param rowSpan 0 where the cell began above */
function classCell(
  { node }: Indicator,
  written: IndicatorClass<unknown> | undefined,
  text: string,
  rowSpan: number,
  pieces: Pieces,
): Html | undefined {
  const span = written?.node ?? { start: node.start, end: node.start };
  return rowSpan > 0 ? pieces.piece('td', span, text, { classes: 'level', rowSpan }) : undefined;
}

/** Over how many rows the same goes on from one; 0 where it began above. */
function spanOfSame(texts: readonly string[], at: number): number {
  if (at > 0 && texts[at - 1] === texts[at]) return 0;
  let end = at + 1;
  while (end < texts.length && texts[end] === texts[at]) end++;
  return end - at;
}

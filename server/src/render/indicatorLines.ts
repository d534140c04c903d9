import { joinedText, lineText, trimmed } from '../syntax/text.ts';
import type { Indicator } from '../table/row.ts';
import { type Html, html } from './html.ts';
import { indicatorItems } from './indicatorItems.ts';
import type { Pieces } from './pieces.ts';
import type { ShownRow } from './view.ts';

/** The indicators of a row as the published table writes them: one a line, with the headings among them. */
export function indicatorLines({ row, block }: ShownRow, pieces: Pieces): Html[] {
  return indicatorItems(row).map((item) => {
    if ('indicator' in item) return indicatorLine(item.indicator, block.text, pieces);
    const { line } = item;
    return pieces.piece('p', line, lineText(block.text, line), { classes: line.type, isLine: true });
  });
}

/** `1、1-产出指标; 11-数量指标; 名称; 年度指标值:≥5次。` */
function indicatorLine(indicator: Indicator, text: string, pieces: Pieces): Html {
  const { node, number, class1, class2, code3, name, values } = indicator;
  const classes = [class1, class2].flatMap((one) =>
    one ? [pieces.piece('span', one.node, joinedText(text, one.node, node.inserts), { classes: 'class' })] : [],
  );
  const named = node.name ? [pieces.piece('span', node.name, [code3 && `${code3}-`, name], { classes: 'name' })] : [];
  const valued = values.map((value) => {
    const { label } = value.node;
    const before = label && trimmed(joinedText(text, { start: label.start, end: label.colon }, node.inserts));
    return pieces.piece('span', value.node, [before && `${before}:`, html`<b>${value.text}</b>`], { classes: 'value' });
  });
  const parts = [...classes, ...named, ...valued].map((part, i) => (i === 0 ? part : html`; ${part}`));
  const content = [
    number !== undefined && html`<span class="number">${number}、</span>`,
    parts,
    parts.length > 0 && '。',
  ];
  return pieces.piece('p', node, content, { classes: 'indicator', isLine: true });
}

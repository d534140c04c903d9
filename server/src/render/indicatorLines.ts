import type { Indicator } from '../table/row.ts';
import { type Html, html } from './html.ts';
import type { Pieces } from './pieces.ts';
import type { ShownRow } from './view.ts';

/** The indicators of a row as the published table writes them: one a line, with the headings among them. */
export function indicatorLines({ row, block }: ShownRow, pieces: Pieces): Html[] {
  const byNode = new Map(row.indicators.map((indicator) => [indicator.node, indicator]));
  return row.tree.parts.flatMap((part) => {
    if (part.type !== 'indicators') return [];
    return part.items.flatMap((item): Html[] => {
      if (item.type === 'heading') {
        return [pieces.piece('p', item, block.text.slice(item.start, item.end), { classes: 'heading', isLine: true })];
      }
      const indicator = item.type === 'indicator' ? byNode.get(item) : undefined;
      if (indicator) return [indicatorLine(indicator, block.text, pieces)];
      if (item.type !== 'stray') return [];
      return [pieces.piece('p', item, block.text.slice(item.start, item.end), { classes: 'stray', isLine: true })];
    });
  });
}

/** `1、1-产出指标; 11-数量指标; 名称; 年度指标值:≥5次。` */
function indicatorLine(indicator: Indicator, text: string, pieces: Pieces): Html {
  const { node, number, class1, class2, code3, name, values } = indicator;
  const classes = [class1, class2].flatMap((one) =>
    one ? [pieces.piece('span', one.node, text.slice(one.node.start, one.node.end), { classes: 'class' })] : [],
  );
  const named = node.name ? [pieces.piece('span', node.name, [code3 && `${code3}-`, name], { classes: 'name' })] : [];
  const valued = values.map((value) => {
    const { label } = value.node;
    const before = label ? `${text.slice(label.start, label.colon).trim()}:` : '';
    return pieces.piece('span', value.node, [before, html`<b>${value.text}</b>`], { classes: 'value' });
  });
  const parts = [...classes, ...named, ...valued].map((part, i) => (i === 0 ? part : html`; ${part}`));
  const content = [number !== undefined && html`<span class="number">${number}、</span>`, parts, '。'];
  return pieces.piece('p', node, content, { classes: 'indicator', isLine: true });
}

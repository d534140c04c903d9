import type { Heading, Line } from '../syntax/nodes.ts';
import type { Indicator, Row } from '../table/row.ts';

/** An indicator of a row, or a line among them that is none: a heading, or text that belongs to nothing. */
export type IndicatorItem = { readonly indicator: Indicator } | { readonly line: Heading | Line };

/** What stands in 绩效指标, in order; comments and the marks of a version control are not shown. */
export function indicatorItems({ tree, indicators }: Row): IndicatorItem[] {
  let next = 0;
  return tree.parts.flatMap((part) => {
    if (part.type !== 'indicators') return [];
    return part.items.flatMap((item): IndicatorItem[] => {
      if (item.type === 'indicator') return [{ indicator: indicators[next++] as Indicator }];
      return item.type === 'heading' || item.type === 'stray' ? [{ line: item }] : [];
    });
  });
}

import { indicatorItems } from '../../render/indicatorItems.ts';
import type { ShownBlock } from '../../render/view.ts';
import { STYLE } from '../../syntax/style.ts';
import { joinedText, lineText, trimmed } from '../../syntax/text.ts';
import type { Indicator } from '../../table/row.ts';

/** The indicators of a row as the published table has them, one a line: as they are written, but for the marks. */
export function publishedLines({ table, block }: ShownBlock): string[] {
  return indicatorItems(table.row(block)).map((item) =>
    'indicator' in item ? indicatorLine(item.indicator, block.text) : lineText(block.text, item.line),
  );
}

function indicatorLine({ node, number, class1, class2, code3, name, values }: Indicator, text: string): string {
  const written = [class1, class2].flatMap((one) => (one ? [joinedText(text, one.node, node.inserts)] : []));
  if (node.name) written.push(`${code3 === undefined ? '' : `${code3}-`}${name}`);
  for (const value of values) {
    const { label } = value.node;
    const before = label && trimmed(joinedText(text, { start: label.start, end: label.colon }, node.inserts));
    written.push(before ? `${before}${STYLE.afterLabel}${value.text}` : value.text);
  }
  const lead = number === undefined ? '' : `${number}${STYLE.afterNumber}`;
  return `${lead}${written.join(`${STYLE.between} `)}${written.length > 0 ? STYLE.end : ''}`;
}

import { amountText } from '../../rules/amountStyle.ts';
import { squeeze } from '../../syntax/characters.ts';
import type { Amount as AmountNode, Span } from '../../syntax/nodes.ts';
import type { Amount, Row } from '../../table/row.ts';
import type { Changes } from './changes.ts';
import type { Marks } from './marks.ts';
import { widthOf } from './width.ts';

/** An amount's line as it is to stand. */
interface AmountLine {
  readonly node: AmountNode;
  /** All before the amount, its colon included. */
  readonly lead: string;
  readonly label: string;
  /** The amount; as written where it cannot be read. */
  readonly amount: string;
  readonly isRead: boolean;
}

/** Writes the amounts of a block in the normal form, under each other where that is wanted: point under point. */
export function layOutAmounts({ amounts }: Row, align: boolean, marks: Marks, changes: Changes): void {
  const { text } = changes;
  const lines = amounts.map((amount) => amountLine(amount, text, marks));
  const read = align ? lines.filter(({ isRead }) => isRead) : [];
  const column = widthOf(marks.afterColon) + Math.max(0, ...read.map(widthToPoint));
  for (const line of lines) {
    const { node, lead, label, amount, isRead } = line;
    const space = align && isRead ? ' '.repeat(column - widthToPoint(line)) : marks.afterColon;
    const edits = changes.together();
    if (node.lead) edits.put(node.lead.start, node.label.start, lead);
    edits.put(node.label.start, node.label.end, label);
    edits.put(node.label.end, amount === '' ? node.end : node.text.start, marks.colon + (amount && space));
    edits.put(node.text.start, node.text.end, amount);
  }
}

function amountLine({ node, reading: { value } }: Amount, text: string, marks: Marks): AmountLine {
  const written = text.slice(node.text.start, node.text.end);
  const word = (span: Span) => squeeze(text.slice(span.start, span.end));
  return {
    node,
    lead: node.lead ? `${word(node.lead).slice(0, -1)}${marks.colon}${marks.afterColon}` : '',
    label: word(node.label),
    amount: value ? amountText(written, value) : written,
    isRead: value !== undefined,
  };
}

/** The columns of a line before the amount's point, the space behind the colon left out. */
function widthToPoint({ lead, label, amount }: AmountLine): number {
  return widthOf(`${lead}${label}:`) + amount.indexOf('.');
}

import type { ClassNode, Field, Indicator as IndicatorNode, LabelNode, Part, Span, Value } from '../../syntax/nodes.ts';
import type { Amount, Indicator, Row } from '../../table/row.ts';

/** What stands at an offset of a block. */
export type Found =
  | { readonly type: 'label'; readonly part: Labelled; readonly span: Span }
  /** What stands behind a label: a name, a year, a path. */
  | { readonly type: 'field'; readonly field: Field; readonly span: Span }
  /** A year on a line of its own. */
  | { readonly type: 'year'; readonly span: Span }
  | { readonly type: 'amount'; readonly amount: Amount; readonly span: Span }
  | { readonly type: 'class'; readonly class: ClassNode; readonly level: 1 | 2 | undefined; readonly span: Span }
  | { readonly type: 'name'; readonly indicator: Indicator; readonly span: Span }
  | { readonly type: 'valueLabel'; readonly value: Value; readonly span: Span }
  | { readonly type: 'value'; readonly indicator: Indicator; readonly index: number; readonly span: Span };

export type Labelled = Extract<Part, { label: LabelNode }>;

/** What stands at an offset of a row; a place behind a word's last character still means the word. */
export function findAt(row: Row, text: string, at: number): Found | undefined {
  return findOn(row, at) ?? (at > 0 && !'\r\n'.includes(text.charAt(at - 1)) ? findOn(row, at - 1) : undefined);
}

function findOn(row: Row, at: number): Found | undefined {
  const part = row.tree.parts.find((candidate) => holds(candidate, at));
  if (part?.type === 'year') return { type: 'year', span: part };
  if (!part || !('label' in part)) return undefined;
  if (holds(part.label, at)) return { type: 'label', part, span: part.label };
  if (part.type === 'field' && holds(part.text, at)) return { type: 'field', field: part, span: part.text };
  if (part.type === 'amount' && holds(part.text, at)) {
    const amount = row.amounts.find(({ node }) => node === part);
    return amount && { type: 'amount', amount, span: part.text };
  }
  if (part.type !== 'indicators') return undefined;
  const item = part.items.find((candidate) => holds(candidate, at));
  if (item?.type === 'heading') return inClass(item.class, undefined, at);
  return item?.type === 'indicator' ? findInIndicator(item, row, at) : undefined;
}

function findInIndicator(node: IndicatorNode, row: Row, at: number): Found | undefined {
  const indicator = row.indicators.find((candidate) => candidate.node === node);
  if (!indicator || node.inserts.some((insert) => holds(insert, at))) return undefined;
  if (node.class1 && holds(node.class1, at)) return inClass(node.class1, 1, at);
  if (node.class2 && holds(node.class2, at)) return inClass(node.class2, 2, at);
  if (node.name && holds(node.name, at)) return { type: 'name', indicator, span: node.name };
  const index = node.values.findIndex((value) => holds(value, at));
  const value = node.values[index];
  if (!value) return undefined;
  if (value.label && holds(value.label, at)) return { type: 'valueLabel', value, span: value.label };
  return holds(value.text, at) ? { type: 'value', indicator, index, span: value.text } : undefined;
}

/** A class's code and its name are read each by itself: they may disagree. */
function inClass(node: ClassNode, level: 1 | 2 | undefined, at: number): Found | undefined {
  if (!holds(node, at)) return undefined;
  const { code, name } = node;
  const read = name && holds(name, at) ? { ...name, name } : code && holds(code, at) ? { ...code, code } : node;
  return { type: 'class', class: read, level, span: node };
}

function holds(span: Span, at: number): boolean {
  return span.start <= at && at < span.end;
}

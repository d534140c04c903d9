import { parseBlock } from '../syntax/parseBlock.ts';
import { type Indicator, type Row, readRow } from '../table/row.ts';
import { edited } from './edits.ts';
import type { RuleContext, TextEdit } from './rule.ts';

/** A row as it is read once edits are made in its block: what a fix is held to before it is offered. */
export function reread(row: Row, text: string, edits: readonly TextEdit[], context: RuleContext): Row {
  const put = edited(text, edits);
  const tree = parseBlock(row.kind, put, context.vocabulary);
  return readRow(put, tree, context.vocabulary, context.moneyUnit);
}

/** Whether the indicators of two rows say the same, but for what a fix was to change. */
export function saySame(one: Row, other: Row, butFor?: 'numbers' | 'values'): boolean {
  return (
    one.tree.parts.length === other.tree.parts.length &&
    one.indicators.length === other.indicators.length &&
    one.indicators.every((indicator, i) => {
      const another = other.indicators[i] as Indicator;
      return (
        haveSameHead(indicator, another) &&
        (butFor === 'numbers' || indicator.number === another.number) &&
        (butFor === 'values' ? indicator.values.length <= another.values.length : haveSameValues(indicator, another))
      );
    })
  );
}

function haveSameHead(one: Indicator, other: Indicator): boolean {
  return (
    one.name === other.name &&
    one.code3 === other.code3 &&
    one.level1 === other.level1 &&
    one.level2 === other.level2 &&
    one.class1?.name === other.class1?.name &&
    one.class2?.name === other.class2?.name
  );
}

function haveSameValues(one: Indicator, other: Indicator): boolean {
  return (
    one.values.length === other.values.length &&
    one.values.every(({ label, text }, i) => label === other.values[i]?.label && text === other.values[i]?.text)
  );
}

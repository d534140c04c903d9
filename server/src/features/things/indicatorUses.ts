import type { Block } from '../../syntax/blocks.ts';
import { squeeze } from '../../syntax/characters.ts';
import type { Span } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { type Indicator, readRow } from '../../table/row.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { PerBlock } from '../perBlock.ts';

/** What an indicator is found by: its name and its classes, and where they are written. */
export interface IndicatorUse {
  /** As it is compared; empty where no name is written. */
  readonly key: string;
  readonly name: Span | undefined;
  /** Codes of the classes that count; undefined where they are unknown. */
  readonly level1: string | undefined;
  readonly level2: string | undefined;
  /** Where those classes are written; undefined where a heading gives them, or another class is written. */
  readonly class1: Span | undefined;
  readonly class2: Span | undefined;
  readonly node: Span;
}

const uses = new PerBlock<readonly IndicatorUse[]>();

/** The indicators of a block; kept as long as the block is. */
export function indicatorUses(block: Block, { context }: TableDocument): readonly IndicatorUse[] {
  const { vocabulary, moneyUnit } = context;
  return uses.get(block, [vocabulary], () => {
    const tree = parseBlock(block.kind, block.text, vocabulary);
    return readRow(block.text, tree, vocabulary, moneyUnit).indicators.map(useOf);
  });
}

function useOf({ node, name, level1, level2, class1, class2 }: Indicator): IndicatorUse {
  const isOne = class1 && (class1.byCode ?? class1.byName)?.code === level1?.code;
  const isTwo = class2 && (class2.byCode ?? class2.byName)?.code === level2?.code;
  return {
    key: squeeze(name),
    name: node.name,
    level1: level1?.code,
    level2: level2?.code,
    class1: level1 && isOne ? node.class1 : undefined,
    class2: level2 && isTwo ? node.class2 : undefined,
    node: { start: node.start, end: node.end },
  };
}

import type { Block } from '../syntax/blocks.ts';
import { LineScanner } from '../syntax/lines.ts';
import { parseBlock } from '../syntax/parseBlock.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT } from '../table/moneyUnit.ts';
import { readRow } from '../table/row.ts';
import { PerBlock } from './perBlock.ts';

const names = new PerBlock<string>();

/** The name of a unit or a project. It stands in the block's first line: nothing else is read. */
export function nameOfBlock(block: Block, vocabulary: Vocabulary): string {
  return names.get(block, [vocabulary], () => {
    const lines = new LineScanner(block.text);
    lines.advance();
    const line = block.text.slice(0, lines.end);
    return readRow(line, parseBlock(block.kind, line, vocabulary), vocabulary, DEFAULT_MONEY_UNIT).name;
  });
}

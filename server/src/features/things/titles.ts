import type { Block } from '../../syntax/blocks.ts';
import { squeeze } from '../../syntax/characters.ts';
import { LineScanner } from '../../syntax/lines.ts';
import type { Span } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { lineText } from '../../syntax/text.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { PerBlock } from '../perBlock.ts';

/** The name that a unit or project goes by. */
export interface Title {
  /** As people read it. */
  readonly name: string;
  /** As it is compared; empty where no name is written. */
  readonly key: string;
  readonly span: Span;
}

const titles = new PerBlock<Title | undefined>();

/** The name of a unit or project; undefined for blocks of other kinds. Reads the block's first line. */
export function titleOf(block: Block, { context: { vocabulary } }: TableDocument): Title | undefined {
  if (block.kind !== 'unit' && block.kind !== 'project') return undefined;
  return titles.get(block, [vocabulary], () => {
    const line = new LineScanner(block.text);
    line.advance();
    const text = block.text.slice(0, line.end);
    const [part] = parseBlock(block.kind, text, vocabulary).parts;
    if (part?.type !== 'field' || part.role !== block.kind) return undefined;
    const name = lineText(text, part.text);
    return { name, key: squeeze(name), span: part.text };
  });
}

/** The key of the unit that a block belongs to or is; empty for the department's own. */
export function unitKeyOf(block: Block, document: TableDocument): string {
  const unit = block.kind === 'unit' ? block : document.checker.unitOf(block);
  return (unit && titleOf(unit, document)?.key) ?? '';
}

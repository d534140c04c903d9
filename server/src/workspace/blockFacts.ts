import { hiddenBlock } from '../rules/labelSlips.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import { squeeze } from '../syntax/characters.ts';
import type { BlockKind } from '../syntax/nodes.ts';
import { type Addend, addendsOf, Entry } from '../table/entry.ts';
import type { Row } from '../table/row.ts';
import { type Repeatable, repeatablesIn } from './repeatables.ts';

/**
 * What is kept of a block until it changes: what it adds to sums, and what others may repeat. There are as many as there
 * are rows, so what few of them have is kept elsewhere.
 */
export class BlockFacts extends Entry {
  readonly block: Block;

  constructor(
    block: Block,
    rowName: string,
    addends: readonly Addend[],
    repeatables: readonly Repeatable[],
    hides: BlockKind | undefined,
  ) {
    const name = block.kind === 'unit' ? squeeze(rowName) : '';
    super(addends, keysOf(repeatables), hides, name, block.kind === 'include');
    this.block = block;
  }

  get kind(): BlockKind {
    return this.block.kind;
  }
}

const NO_KEYS: readonly string[] = [];

function keysOf(repeatables: readonly Repeatable[]): readonly string[] {
  return repeatables.length > 0 ? repeatables.map(({ same }) => same) : NO_KEYS;
}

/** Keeps with a block what is to be known of its row. `text` is the block's. */
export function keepFacts(block: Block, row: Row, text: string, context: RuleContext): BlockFacts {
  const { vocabulary } = context;
  const hides = hiddenBlock(row, text, vocabulary);
  const facts = new BlockFacts(block, row.name, addendsOf(row, vocabulary), repeatablesIn(row, text, context), hides);
  block.facts = facts;
  return facts;
}

/** What is kept of a block that was checked. */
export function factsOf(block: Block): BlockFacts {
  return block.facts as BlockFacts;
}

/** What is kept of a block and of those behind it. */
export function* factsFrom(block: Block | undefined, sequence: BlockSequence): Iterable<BlockFacts> {
  for (let at = block; at; at = sequence.next(at)) yield factsOf(at);
}

/**
 * Whether some rows add to the sums what others did.
 * @param countsNames whether a unit's name tells what of other tables is its own
 */
export function addTheSame(before: readonly Entry[], after: readonly Entry[], countsNames: boolean): boolean {
  return (
    before.length === after.length &&
    before.every(({ kind, addends, hides, name }, i) => {
      const other = after[i] as Entry;
      if (kind !== other.kind || kind === 'include' || hides !== other.hides) return false;
      if (countsNames && name !== other.name) return false;
      return addends.every((addend, column) => isSame(addend, other.addends[column]));
    })
  );
}

function isSame(a: Addend, b: Addend): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a.equals(b));
}

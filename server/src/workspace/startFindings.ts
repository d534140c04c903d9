import { startRules } from '../rules/registry.ts';
import type { Finding } from '../rules/rule.ts';
import type { Block } from '../syntax/blocks.ts';
import { findingOf } from './rowFindings.ts';
import type { Rows } from './rows.ts';

/** The first block that was looked at, with the one behind it where that counts, and what the rules on a table's start find. */
export interface Start {
  readonly block: Block;
  readonly behind: Block | undefined;
  readonly findings: readonly Finding[];
}

/** What is wrong with how a table begins; looked for again once another block is the first. */
export class StartFindings {
  readonly #rows: Rows;
  #start: Start | undefined;
  /** The head that was looked at, and whether it has lines of its own. */
  #head: { readonly block: Block; readonly says: 'nothing' | 'comments' | 'something' } | undefined;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Undefined where the text is comments only. */
  find(): Start | undefined {
    const { block, behind } = this.#startBlocks();
    if (!block) return undefined;
    if (block === this.#start?.block && behind === this.#start.behind) return this.#start;
    const findings: Finding[] = [];
    const row = this.#rows.row(block);
    const next = behind && { row: this.#rows.row(behind), text: behind.text };
    for (const rule of startRules) {
      rule.check(row, block.text, this.#rows.context, (report) => findings.push(findingOf(rule, report)), next);
    }
    this.#start = { block, behind, findings };
    return this.#start;
  }

  /** The first block that is not blank, and the one behind it where it is comments; none where the text is comments only. */
  #startBlocks(): Partial<Pick<Start, 'block' | 'behind'>> {
    const { sequence } = this.#rows;
    const block = sequence.first();
    if (block?.kind !== 'head') return { block };
    if (block !== this.#head?.block) {
      const { parts } = this.#rows.row(block).tree;
      const isComment = parts.every(({ type }) => type === 'comment' || type === 'marker');
      this.#head = { block, says: parts.length === 0 ? 'nothing' : isComment ? 'comments' : 'something' };
    }
    if (this.#head.says === 'something') return { block };
    const behind = sequence.next(block);
    return this.#head.says === 'comments' && behind ? { block, behind } : { block: behind };
  }
}

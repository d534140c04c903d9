import { hiddenBlock } from '../rules/labelSlips.ts';
import { blockRules, repetitionRules } from '../rules/registry.ts';
import type { Finding, Key, RepetitionRule, Report, Rule, RuleContext } from '../rules/rule.ts';
import type { BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import { squeeze } from '../syntax/characters.ts';
import { type Directive, readDirectives } from '../syntax/directives.ts';
import type { BlockKind } from '../syntax/nodes.ts';
import { type Addend, addendsOf, Entry } from '../table/entry.ts';
import type { Row } from '../table/row.ts';

/** What a rule on repetitions looks for in a row. */
export interface Repeatable extends Key {
  readonly rule: RepetitionRule;
  /** The key with the rule's id: what counts as the same. */
  readonly same: string;
}

/** What is kept of a block until it changes: what it adds to sums, what is wrong with it, what its comments turn off. */
export class BlockFacts extends Entry {
  readonly block: Block;
  readonly findings: readonly Finding[];
  readonly repeatables: readonly Repeatable[];
  readonly directives: readonly Directive[];
  /** Findings of rules that look at sums; replaced when a sum changes. */
  sumFindings: readonly Finding[] = [];

  constructor(
    block: Block,
    name: string,
    addends: readonly Addend[],
    findings: readonly Finding[],
    repeatables: readonly Repeatable[],
    hides: BlockKind | undefined,
  ) {
    const keys = {
      unit: repeatables.filter(({ rule }) => rule.within === 'unit').map(({ same }) => same),
      table: repeatables.filter(({ rule }) => rule.within === 'table').map(({ same }) => same),
    };
    super(block.kind, addends, keys, hides, block.kind === 'unit' ? squeeze(name) : '');
    this.block = block;
    this.findings = findings;
    this.repeatables = repeatables;
    this.directives = readDirectives(block.text);
  }
}

/** Asks the rules that look at one row, and keeps with the block what they say. */
export function checkBlock(block: Block, row: Row, context: RuleContext): BlockFacts {
  const { text } = block;
  const findings: Finding[] = [];
  for (const rule of blockRules) rule.check(row, text, context, (report) => findings.push(findingOf(rule, report)));
  const repeatables = repetitionRules.flatMap((rule): Repeatable[] => {
    const key = rule.keyOf(row, text, context);
    return key ? [{ ...key, rule, same: `${rule.id} ${key.key}` }] : [];
  });
  const { vocabulary } = context;
  const hides = hiddenBlock(row, text, vocabulary);
  const facts = new BlockFacts(block, row.name, addendsOf(row, vocabulary), findings, repeatables, hides);
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

/** What a rule reports, as grave as it says or else as the rule is. */
export function findingOf(rule: Rule, report: Report): Finding {
  return { ...report, rule, severity: report.severity ?? rule.severity };
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

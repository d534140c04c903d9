import { hiddenBlock } from '../rules/labelSlips.ts';
import { indicatorsOf } from '../rules/placement.ts';
import { blockRules } from '../rules/registry.ts';
import type { BlockRule, Finding, Report, Rule, RuleContext } from '../rules/rule.ts';
import type { BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import { squeeze } from '../syntax/characters.ts';
import { type Directive, readDirectives } from '../syntax/directives.ts';
import type { BlockKind } from '../syntax/nodes.ts';
import { type Addend, addendsOf, Entry } from '../table/entry.ts';
import type { Indicator, Row } from '../table/row.ts';
import { type Repeatable, repeatablesIn } from './repeatables.ts';
import type { Silence } from './silence.ts';

const NO_FINDINGS: readonly Finding[] = [];

/** What is kept of a block until it changes: what it adds to sums, what is wrong with it, what its comments turn off. */
export class BlockFacts extends Entry {
  readonly block: Block;
  readonly findings: readonly Finding[];
  readonly directives: readonly Directive[];
  /** What others may repeat, once somebody asks where it stands. */
  repeatables: readonly Repeatable[] | undefined = undefined;
  /** Findings of rules that look at sums; replaced when a sum changes. */
  sumFindings: readonly Finding[] = NO_FINDINGS;

  constructor(
    block: Block,
    name: string,
    addends: readonly Addend[],
    findings: readonly Finding[],
    repeatables: readonly Repeatable[],
    hides: BlockKind | undefined,
  ) {
    super(
      block.kind,
      addends,
      keysOf(repeatables),
      ofUnit(repeatables),
      hides,
      block.kind === 'unit' ? squeeze(name) : '',
    );
    this.block = block;
    this.findings = findings;
    this.directives = readDirectives(block.text);
  }
}

function keysOf(repeatables: readonly Repeatable[]): readonly string[] {
  return repeatables.length > 0 ? repeatables.map(({ same }) => same) : NO_KEYS;
}

function ofUnit(repeatables: readonly Repeatable[]): number {
  let count = 0;
  for (const { rule } of repeatables) if (rule.within === 'unit') count++;
  return count;
}

const NO_KEYS: readonly string[] = [];

/** Asks the rules that look at one row, and keeps with the block what they say. `text` is the block's. */
export function checkBlock(block: Block, row: Row, text: string, context: RuleContext, silence: Silence): BlockFacts {
  const { vocabulary } = context;
  const hides = hiddenBlock(row, text, vocabulary);
  const findings = findIn(row, text, context, silence);
  const repeatables = repeatablesIn(row, text, context);
  const facts = new BlockFacts(block, row.name, addendsOf(row, vocabulary), findings, repeatables, hides);
  block.facts = facts;
  return facts;
}

const NO_INDICATORS: readonly Indicator[] = [];

function findIn(row: Row, text: string, context: RuleContext, silence: Silence): readonly Finding[] {
  let findings: Finding[] | undefined;
  let rule: BlockRule;
  const report = (found: Report) => {
    findings ??= [];
    findings.push(findingOf(rule, found));
  };
  const indicators = silence.others(indicatorsOf(row));
  let loud: Set<Indicator> | undefined;
  for (rule of blockRules) {
    for (const indicator of rule.checkIndicator ? indicators : NO_INDICATORS) {
      const before = findings?.length;
      rule.checkIndicator?.(indicator, row, text, context, report);
      if (findings?.length === before) continue;
      loud ??= new Set();
      loud.add(indicator);
    }
    rule.check?.(row, text, context, report);
  }
  for (const indicator of indicators) if (!loud?.has(indicator)) silence.add(indicator);
  return findings ?? NO_FINDINGS;
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

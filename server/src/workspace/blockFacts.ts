import { hiddenBlock } from '../rules/labelSlips.ts';
import { indicatorsOf } from '../rules/placement.ts';
import { blockRules, repetitionRules } from '../rules/registry.ts';
import type { BlockRule, Finding, Key, RepetitionRule, Report, Rule, RuleContext } from '../rules/rule.ts';
import type { BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import { squeeze } from '../syntax/characters.ts';
import { type Directive, readDirectives } from '../syntax/directives.ts';
import type { BlockKind, Span } from '../syntax/nodes.ts';
import { ownText } from '../syntax/text.ts';
import { type Addend, addendsOf, Entry, type Keys } from '../table/entry.ts';
import type { Indicator, Row } from '../table/row.ts';
import type { Silence } from './silence.ts';

/** What a rule on repetitions looks for in a row. */
export class Repeatable implements Key {
  readonly rule: RepetitionRule;
  readonly span: Span;
  /** The key with the rule's id: what counts as the same. */
  readonly same: string;

  constructor(rule: RepetitionRule, { key, span }: Key) {
    this.rule = rule;
    this.span = span;
    // Kept for long: it must not hold on to the text that the key was cut from.
    this.same = ownText(`${rule.id} ${key}`);
  }

  get key(): string {
    return this.same.slice(this.rule.id.length + 1);
  }
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
    super(block.kind, addends, keysOf(repeatables), hides, block.kind === 'unit' ? squeeze(name) : '');
    this.block = block;
    this.findings = findings;
    this.repeatables = repeatables;
    this.directives = readDirectives(block.text);
  }
}

function keysOf(repeatables: readonly Repeatable[]): Keys {
  let unit = NO_KEYS;
  let table = NO_KEYS;
  for (const { rule, same } of repeatables) {
    if (rule.within === 'unit') unit = [...unit, same];
    else table = [...table, same];
  }
  return { unit, table };
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

const NO_FINDINGS: readonly Finding[] = [];
const NO_INDICATORS: readonly Indicator[] = [];

/** What rules look at, in objects that are all alike: what these have is found faster than what the rules have, which differ. */
const looks = blockRules.map((rule) => ({ rule, check: rule.check, checkIndicator: rule.checkIndicator }));
/** Those that look at rows: the others have nothing to look at where no indicator is to be looked at. */
const looksAtRows = looks.filter(({ check }) => check);

function findIn(row: Row, text: string, context: RuleContext, silence: Silence): readonly Finding[] {
  let findings: Finding[] | undefined;
  let rule: BlockRule;
  const report = (found: Report) => {
    findings ??= [];
    findings.push(findingOf(rule, found));
  };
  const indicators = silence.others(indicatorsOf(row));
  let loud: Set<Indicator> | undefined;
  for (const look of indicators.length > 0 ? looks : looksAtRows) {
    const { check, checkIndicator } = look;
    rule = look.rule;
    for (const indicator of checkIndicator ? indicators : NO_INDICATORS) {
      const before = findings?.length;
      checkIndicator?.(indicator, row, text, context, report);
      if (findings?.length === before) continue;
      loud ??= new Set();
      loud.add(indicator);
    }
    check?.(row, text, context, report);
  }
  for (const indicator of indicators) if (!loud?.has(indicator)) silence.add(indicator);
  return findings ?? NO_FINDINGS;
}

function repeatablesIn(row: Row, text: string, context: RuleContext): Repeatable[] {
  const repeatables: Repeatable[] = [];
  for (const rule of repetitionRules) {
    const key = rule.keyOf(row, text, context);
    if (key) repeatables.push(new Repeatable(rule, key));
  }
  return repeatables;
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

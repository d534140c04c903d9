import { blockRules, sumRules } from '../rules/registry.ts';
import type { Finding, Related, Report, Rule, RuleContext, StatedSum } from '../rules/rule.ts';
import type { BlockPlace, BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import type { BlockChange } from '../syntax/document.ts';
import { LineScanner } from '../syntax/lines.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import type { Decimal } from '../table/decimal.ts';
import { addendsOf, type ColumnSum, compareSum, Entry, Ledger, type UnitGroup } from '../table/ledger.ts';
import { type Amount, amountOf, type Row } from '../table/row.ts';
import { Conflicts } from './conflicts.ts';
import { type Directive, type PlacedDirective, readDirectives, Suppressions } from './suppressions.ts';

/** What is kept of a block until it changes: what it adds to sums, what is wrong with it, what its comments turn off. */
class BlockFacts extends Entry {
  readonly block: Block;
  readonly findings: readonly Finding[];
  readonly directives: readonly Directive[];
  /** Findings of rules that look at sums; replaced when a sum changes. */
  sumFindings: readonly Finding[] = [];

  constructor(block: Block, row: Row, vocabulary: Vocabulary, findings: readonly Finding[]) {
    super(block.kind, addendsOf(row, vocabulary));
    this.block = block;
    this.findings = findings;
    this.directives = readDirectives(block.text);
  }
}

/** A finding and where its block stands now. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly place: BlockPlace;
}

/** What the checker asks of the document it belongs to. */
export interface Rows {
  readonly sequence: BlockSequence;
  readonly context: RuleContext;
  row(block: Block): Row;
}

/** How many addends a finding on a sum shows beside it. */
const LISTED_ADDENDS = 20;

/**
 * Keeps the findings of a document. A change costs the blocks that changed, and the sums that they are part of. Lives
 * as long as the context does: with another money unit a new one is made.
 */
export class Checker {
  readonly #rows: Rows;
  readonly #ledger = new Ledger();
  readonly #flagged = new Set<Block>();
  readonly #directing = new Set<Block>();
  readonly #totals = new Set<BlockFacts>();

  constructor(rows: Rows) {
    this.#rows = rows;
    this.change({ removed: [], added: [...rows.sequence], before: undefined, after: undefined });
  }

  /** Takes over an edit of the blocks. */
  change({ removed, added, before, after }: BlockChange): void {
    for (const block of removed) {
      this.#flagged.delete(block);
      this.#directing.delete(block);
      this.#totals.delete(factsOf(block));
    }
    const facts = added.map((block) => this.#checkBlock(block));
    this.#ledger.replace(removed.map(factsOf), facts, before && factsOf(before), this.#entriesFrom(after));
  }

  /** All findings that no comment suppresses, in the order of the text. */
  findings(): PlacedFinding[] {
    this.#checkSums();
    const suppressions = new Suppressions(this.#placedDirectives());
    const found = this.#rows.sequence.placesOf(this.#flagged).map((place) => {
      const { findings, sumFindings } = factsOf(place.block);
      const own = [...findings, ...sumFindings]
        .filter((finding) => !suppressions.has(finding.rule.id, place.offset + finding.span.start))
        .sort((a, b) => a.span.start - b.span.start);
      return [place, own] as const;
    });
    const conflicts = new Conflicts(found);
    return found.flatMap(([place, own]) =>
      own.filter((finding) => !conflicts.silences(finding, place)).map((finding) => ({ finding, place })),
    );
  }

  /** The unit that a project belongs to; undefined for the department's own and for blocks of other kinds. */
  unitOf(block: Block): Block | undefined {
    return block.kind === 'project' ? (factsOf(block).group?.unit as BlockFacts | undefined)?.block : undefined;
  }

  /** What a column of a unit or of 合计 adds up to from below; undefined while not known. */
  sumBelow(block: Block, column: number): ColumnSum | undefined {
    if (block.kind === 'total') return this.#ledger.totalOf(column);
    const group = factsOf(block).group;
    return block.kind === 'unit' && group ? this.#ledger.sumOf(group, column) : undefined;
  }

  /** What the whole table comes to in a column: what 合计 states, else what the table adds up to; undefined while not known. */
  wholeOf(column: number): Decimal | undefined {
    const [total] = this.#totals;
    const stated = total?.addends[column];
    return stated && stated !== 'unknown' ? stated : this.#ledger.totalOf(column)?.sum;
  }

  *#entriesFrom(block: Block | undefined): Iterable<Entry> {
    for (let at = block; at; at = this.#rows.sequence.next(at)) yield factsOf(at);
  }

  #checkBlock(block: Block): BlockFacts {
    const row = this.#rows.row(block);
    const { context } = this.#rows;
    const findings: Finding[] = [];
    for (const rule of blockRules) {
      rule.check(row, block.text, context, (report) => findings.push(findingOf(rule, report)));
    }
    const facts = new BlockFacts(block, row, context.vocabulary, findings);
    block.facts = facts;
    if (findings.length > 0) this.#flagged.add(block);
    if (facts.directives.length > 0) this.#directing.add(block);
    if (block.kind === 'total') this.#totals.add(facts);
    return facts;
  }

  #checkSums(): void {
    const stale = this.#ledger.takeStale();
    for (const group of stale.groups) {
      if (group.unit) this.#checkSum(group.unit as BlockFacts, group);
    }
    if (stale.total) for (const facts of this.#totals) this.#checkSum(facts, undefined);
  }

  #checkSum(facts: BlockFacts, group: UnitGroup | undefined): void {
    if (facts.block.facts !== facts || !facts.block.chunk) return;
    const findings: Finding[] = [];
    const row = this.#rows.row(facts.block);
    const { context } = this.#rows;
    context.vocabulary.profile.columns.forEach((_, column) => {
      const amount = amountOf(row, column);
      const stated = amount?.reading.value;
      const below = group ? this.#ledger.sumOf(group, column) : this.#ledger.totalOf(column);
      if (!amount || !stated || !below) return;
      const sum: StatedSum = {
        of: group ? 'unit' : this.#ledger.units.count > 0 ? 'total' : 'projects',
        column,
        amount,
        stated,
        computed: below.sum,
        rows: below.rows,
        comparison: compareSum(stated, below.sum, below.addends),
        listed: once(() => this.#addends(facts.block, amount, below.addends)),
      };
      for (const rule of sumRules) rule.check(sum, context, (report) => findings.push(findingOf(rule, report)));
    });
    facts.sumFindings = findings;
    if (facts.findings.length + findings.length > 0) this.#flagged.add(facts.block);
    else this.#flagged.delete(facts.block);
  }

  /** The first of the amounts that a stated sum is made of. */
  #addends(block: Block, { column, node }: Amount, count: number): Related[] {
    const blocks = this.#rows.sequence;
    const related: Related[] = [];
    const kind = block.kind === 'unit' ? 'project' : 'unit';
    const from = block.kind === 'unit' ? blocks.next(block) : blocks.first();
    for (let at = from; at && related.length < LISTED_ADDENDS; at = blocks.next(at)) {
      if (block.kind === 'unit' && at.kind === 'unit') break;
      const own = block.kind === 'total' && at.kind === 'project' && !factsOf(at).group?.unit;
      if (at.kind !== kind && !own) continue;
      const row = this.#rows.row(at);
      const amount = amountOf(row, column);
      if (!amount?.reading.value) continue;
      const args = { name: row.name, amount: amount.reading.value.toAmount() };
      related.push({ block: at, span: amount.node.text, message: 'addend', args });
    }
    if (count > related.length) {
      related.push({ block, span: node.text, message: 'more', args: { count: String(count - related.length) } });
    }
    return related;
  }

  *#placedDirectives(): Iterable<PlacedDirective> {
    const { sequence } = this.#rows;
    for (const { block, offset } of sequence.placesOf(this.#directing)) {
      const next = sequence.next(block);
      const start = offset + block.text.length;
      const nextBlock = next && { start, end: start + firstLineLength(next.text) };
      for (const directive of factsOf(block).directives) yield { directive, offset, nextBlock };
    }
  }
}

function firstLineLength(text: string): number {
  const lines = new LineScanner(text);
  lines.advance();
  return lines.end;
}

/** A function that finds its answer once. */
function once<T>(find: () => T): () => T {
  let found: { readonly answer: T } | undefined;
  return () => {
    found ??= { answer: find() };
    return found.answer;
  };
}

function factsOf(block: Block): BlockFacts {
  return block.facts as BlockFacts;
}

function findingOf(rule: Rule, report: Report): Finding {
  return { ...report, rule, severity: report.severity ?? rule.severity };
}

import type { Profile } from '../profile/profile.ts';
import { blockRules, sumRules } from '../rules/registry.ts';
import type { Finding, Related, Report, Rule, RuleContext, StatedSum } from '../rules/rule.ts';
import type { BlockPlace } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import { type BlockChange, BlockDocument, type LineAndCharacter } from '../syntax/document.ts';
import { parseBlock } from '../syntax/parseBlock.ts';
import { lineText } from '../syntax/text.ts';
import { type Vocabulary, vocabularyOf } from '../syntax/vocabulary.ts';
import type { Decimal } from '../table/decimal.ts';
import { addendsOf, compareSum, Entry, Ledger, type UnitGroup } from '../table/ledger.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit, readMoneyUnit } from '../table/moneyUnit.ts';
import { amountOf, type Row, readRow } from '../table/row.ts';
import { isSilenced, openConflicts } from './conflicts.ts';
import { type Directive, nextCodeLine, type PlacedDirective, readDirectives, Suppressions } from './suppressions.ts';

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

export interface ContentChange {
  /** Absent where the whole text is replaced. */
  readonly range?: { readonly start: LineAndCharacter; readonly end: LineAndCharacter };
  readonly text: string;
}

/** How many addends a finding on a sum shows beside it. */
const LISTED_ADDENDS = 20;

/** How many rows that were read last are kept. */
const KEPT_ROWS = 64;

/**
 * One open table: its text as blocks, and of each block what the checker keeps. It stands behind the interface of the
 * library's `TextDocument`. An edit reads and checks the blocks it touches and nothing else, unless it changes the
 * money unit.
 */
export class TableDocument {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  readonly #profile: Profile;
  #blocks: BlockDocument;
  #ledger = new Ledger();
  #moneyUnit: MoneyUnit = DEFAULT_MONEY_UNIT;
  /** Whether all blocks have been checked: that waits until somebody asks. */
  #checked = false;
  readonly #flagged = new Set<Block>();
  readonly #directing = new Set<Block>();
  readonly #totals = new Set<BlockFacts>();
  readonly #rows = new Map<Block, Row>();

  constructor(uri: string, languageId: string, version: number, text: string, profile: Profile) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.#profile = profile;
    this.#blocks = new BlockDocument(text, vocabularyOf(profile));
    this.#moneyUnit = this.#readMoneyUnit();
  }

  get blocks(): BlockDocument {
    return this.#blocks;
  }

  get context(): RuleContext {
    return { vocabulary: this.#blocks.vocabulary, moneyUnit: this.#moneyUnit };
  }

  get lineCount(): number {
    return this.#blocks.lineCount;
  }

  getText(range?: { start: LineAndCharacter; end: LineAndCharacter }): string {
    return range ? this.#blocks.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.#blocks.text;
  }

  offsetAt(position: LineAndCharacter): number {
    return this.#blocks.offsetAt(position);
  }

  positionAt(offset: number): LineAndCharacter {
    return this.#blocks.positionAt(offset);
  }

  update(changes: readonly ContentChange[], version: number): void {
    this.version = version;
    for (const { range, text } of changes) {
      if (range) this.edit(this.offsetAt(range.start), this.offsetAt(range.end), text);
      else this.edit(0, this.#blocks.length, text);
    }
  }

  /** Replaces the text between two offsets. */
  edit(start: number, end: number, text: string): void {
    const change = this.#blocks.edit(start, end, text);
    for (const block of change.removed) this.#rows.delete(block);
    const headChanged = change.removed[0]?.kind === 'head' || change.added[0]?.kind === 'head';
    const moneyUnit = headChanged ? this.#readMoneyUnit() : this.#moneyUnit;
    if (moneyUnit.name !== this.#moneyUnit.name) {
      this.#moneyUnit = moneyUnit;
      this.#forgetChecks();
    } else if (this.#checked) this.#check(change);
  }

  /** The row of a block: read when asked for, and kept only for a while. */
  row(block: Block): Row {
    let row = this.#rows.get(block);
    if (!row) {
      const { vocabulary } = this.#blocks;
      row = readRow(block.text, parseBlock(block.kind, block.text, vocabulary), vocabulary, this.#moneyUnit);
      if (this.#rows.size >= KEPT_ROWS) this.#rows.delete(this.#rows.keys().next().value as Block);
      this.#rows.set(block, row);
    }
    return row;
  }

  /** The block that holds an offset, and where it starts. */
  placeAt(offset: number): BlockPlace | undefined {
    return this.#blocks.blocks.atOffset(offset);
  }

  /** Where a block of this document stands. */
  placeOf(block: Block): BlockPlace {
    return this.#blocks.blocks.placeOf(block);
  }

  /** The unit that a project's block belongs to; undefined for the department's own projects and for blocks of other kinds. */
  unitOf(block: Block): Block | undefined {
    this.#ensureChecked();
    return block.kind === 'project' ? (factsOf(block).group?.unit as BlockFacts | undefined)?.block : undefined;
  }

  /** What a column of a block's unit, or of the whole table, adds up to from below; undefined while not known. */
  sumBelow(block: Block, column: number): { readonly sum: Decimal; readonly addends: number } | undefined {
    this.#ensureChecked();
    if (block.kind === 'total') return this.#ledger.totalOf(column);
    const group = factsOf(block).group;
    return block.kind === 'unit' && group ? this.#ledger.sumOf(group, column) : undefined;
  }

  /** What the whole table comes to in a column: what 合计 states, else what the table adds up to; undefined while not known. */
  wholeOf(column: number): Decimal | undefined {
    this.#ensureChecked();
    const [total] = this.#totals;
    const stated = total?.addends[column];
    return stated && stated !== 'unknown' ? stated : this.#ledger.totalOf(column)?.sum;
  }

  /** All findings that no comment suppresses, in the order of the text. */
  findings(): PlacedFinding[] {
    this.#ensureChecked();
    this.#checkSums();
    const suppressions = new Suppressions(this.#placedDirectives());
    const places = this.#blocks.blocks.placesOf(this.#flagged);
    const conflicts = openConflicts(places, ({ block }) => factsOf(block).findings);
    return places.flatMap((place) => {
      const { findings, sumFindings } = factsOf(place.block);
      return [...findings, ...sumFindings]
        .sort((a, b) => a.span.start - b.span.start)
        .filter((finding) => !isSilenced(finding, place, conflicts))
        .filter((finding) => !suppressions.has(finding.rule.id, place.offset + finding.span.start))
        .map((finding) => ({ finding, place }));
    });
  }

  #readMoneyUnit(): MoneyUnit {
    const head = this.#blocks.blocks.first();
    if (head?.kind !== 'head') return DEFAULT_MONEY_UNIT;
    const tree = parseBlock(head.kind, head.text, this.#blocks.vocabulary);
    for (const part of tree.parts) {
      if (part.type !== 'field' || part.role !== 'moneyUnit') continue;
      const unit = readMoneyUnit(lineText(head.text, part.text));
      if (unit) return unit;
    }
    return DEFAULT_MONEY_UNIT;
  }

  #forgetChecks(): void {
    this.#checked = false;
    this.#ledger = new Ledger();
    this.#flagged.clear();
    this.#directing.clear();
    this.#totals.clear();
    this.#rows.clear();
  }

  #ensureChecked(): void {
    if (this.#checked) return;
    this.#checked = true;
    this.#check({ removed: [], added: [...this.#blocks.blocks], before: undefined, after: undefined });
  }

  #check({ removed, added, before, after }: BlockChange): void {
    for (const block of removed) {
      this.#flagged.delete(block);
      this.#directing.delete(block);
      this.#totals.delete(factsOf(block));
    }
    const facts = added.map((block) => this.#checkBlock(block));
    this.#ledger.replace(removed.map(factsOf), facts, before && factsOf(before), this.#entriesFrom(after));
  }

  *#entriesFrom(block: Block | undefined): Iterable<Entry> {
    for (let at = block; at; at = this.#blocks.blocks.next(at)) yield factsOf(at);
  }

  #checkBlock(block: Block): BlockFacts {
    const row = this.row(block);
    const { context } = this;
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
    const row = this.row(facts.block);
    const { context } = this;
    context.vocabulary.profile.columns.forEach((_, column) => {
      const amount = amountOf(row, column);
      const stated = amount?.reading.value;
      const below = group ? this.#ledger.sumOf(group, column) : this.#ledger.totalOf(column);
      if (!amount || !stated || !below) return;
      const sum: StatedSum = {
        of: group ? 'unit' : 'total',
        column,
        amount,
        stated,
        computed: below.sum,
        addends: below.addends,
        comparison: compareSum(stated, below.sum, below.addends),
        listed: () => this.#addends(facts.block, column),
      };
      for (const rule of sumRules) rule.check(sum, context, (report) => findings.push(findingOf(rule, report)));
    });
    facts.sumFindings = findings;
    if (facts.findings.length + findings.length > 0) this.#flagged.add(facts.block);
    else this.#flagged.delete(facts.block);
  }

  /** The first of the amounts that a stated sum is made of. */
  #addends(block: Block, column: number): Related[] {
    const { blocks } = this.#blocks;
    const related: Related[] = [];
    const kind = block.kind === 'unit' ? 'project' : 'unit';
    const from = block.kind === 'unit' ? blocks.next(block) : blocks.first();
    for (let at = from; at && related.length < LISTED_ADDENDS; at = blocks.next(at)) {
      if (block.kind === 'unit' && at.kind === 'unit') break;
      const own = block.kind === 'total' && at.kind === 'project' && !factsOf(at).group?.unit;
      if (at.kind !== kind && !own) continue;
      const row = this.row(at);
      const amount = amountOf(row, column);
      if (!amount?.reading.value) continue;
      const args = { name: row.name, amount: amount.reading.value.toAmount() };
      related.push({ block: at, span: amount.node.text, message: 'addend', args });
    }
    return related;
  }

  #placedDirectives(): PlacedDirective[] {
    const { blocks } = this.#blocks;
    return blocks.placesOf(this.#directing).flatMap((place) =>
      factsOf(place.block).directives.map((directive): PlacedDirective => {
        if (directive.kind !== 'next-line') return { directive, offset: place.offset };
        let at: BlockPlace | undefined = place;
        let target = nextCodeLine(place.block.text, directive.span.end);
        while (!target && at) {
          const next = blocks.next(at.block);
          at = next && { block: next, offset: at.offset + at.block.text.length, line: 0 };
          target = next && nextCodeLine(next.text, 0);
        }
        const start = at?.offset ?? 0;
        return {
          directive,
          offset: place.offset,
          ...(target && { target: { start: start + target.start, end: start + target.end } }),
        };
      }),
    );
  }
}

function factsOf(block: Block): BlockFacts {
  return block.facts as BlockFacts;
}

function findingOf(rule: Rule, report: Report): Finding {
  return { ...report, rule, severity: report.severity ?? rule.severity };
}

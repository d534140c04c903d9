import { hiddenBlock } from '../rules/labelSlips.ts';
import { mergeConflict } from '../rules/mergeConflict.ts';
import { blockRules, repetitionRules, ruleById, startRules, sumRules, suppressionRules } from '../rules/registry.ts';
import type {
  Finding,
  Key,
  OtherTable,
  PlacedKey,
  Related,
  RepetitionRule,
  Report,
  Rule,
  RuleContext,
  StatedSum,
} from '../rules/rule.ts';
import type { BlockPlace, BlockSequence } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import { squeeze } from '../syntax/characters.ts';
import { type Directive, readDirectives } from '../syntax/directives.ts';
import type { BlockChange } from '../syntax/document.ts';
import { LineScanner } from '../syntax/lines.ts';
import type { BlockKind } from '../syntax/nodes.ts';
import { namedKey } from '../table/across.ts';
import type { Decimal } from '../table/decimal.ts';
import {
  type Addend,
  addendsOf,
  type ColumnSum,
  compareSum,
  Entry,
  type Given,
  Ledger,
  type UnitGroup,
} from '../table/ledger.ts';
import { type Amount, amountOf, type Row } from '../table/row.ts';
import { Conflicts } from './conflicts.ts';
import type { Inclusion } from './includes.ts';
import { chosenSeverity, type TableSettings } from './settings.ts';
import { type PlacedDirective, Suppressions, type Use } from './suppressions.ts';

/** What a rule on repetitions looks for in a row. */
interface Repeatable extends Key {
  readonly rule: RepetitionRule;
  /** The key with the rule's id: what counts as the same. */
  readonly same: string;
}

/** What is kept of a block until it changes: what it adds to sums, what is wrong with it, what its comments turn off. */
class BlockFacts extends Entry {
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

/** The first block that was looked at, with the one behind it where that counts, and what the rules on a table's start find. */
interface Start {
  readonly block: Block;
  readonly behind: Block | undefined;
  readonly findings: readonly Finding[];
}

/** A finding and where its block stands now. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly place: BlockPlace;
}

/** What the checker asks of the document it belongs to. */
export interface Rows extends OtherTable {
  readonly sequence: BlockSequence;
  readonly context: RuleContext;
  readonly settings: TableSettings;
  row(block: Block): Row;
  /** Whether the head names a department. */
  readonly hasDepartment: boolean;
  /** Where the tables that it takes in are found. */
  readonly tables: { readonly tick: number } | undefined;
  /** The blocks that take in other tables, with the paths that they name. */
  readonly includeBlocks: ReadonlyMap<Block, { readonly path: string }>;
  /** What such a block comes to. */
  inclusionOf(block: Block): Inclusion<TakenTable>;
  /** The number of the last edit, here or in a table that is taken in. */
  readonly lastEdit: number;
  /** The same of the tables that are taken in. */
  readonly lastEditOutside: number;
  /** What is found has changed because of the tables that are taken in. */
  noteOutside(): void;
}

/** Where a key stands, and where the row of the table that was asked begins. */
type Holder = PlacedKey & { readonly offset: number };

/** A table that another takes in. */
export interface TakenTable extends OtherTable {
  readonly checker: Checker;
  readonly context: RuleContext;
}

/** How many addends a finding on a sum shows beside it. */
const LISTED_ADDENDS = 20;
/** How many repetitions a finding on a table that is taken in shows. */
const LISTED_REPETITIONS = 10;

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
  readonly #conflicts = new Set<Block>();
  /** What the blocks that take in other tables came to when they were last looked at. */
  readonly #inclusions = new Map<Block, Inclusion<TakenTable>>();
  /** When that was. */
  #tick: number | undefined;
  /** Where keys stand that those ask for who take this table in, and the last edit for which that holds. */
  readonly #holders = new Map<string, Holder>();
  #holdersAt: number | undefined;
  /** The last edit that was known when findings were asked for which show places in other tables; else undefined. */
  #shownEdit: number | undefined;
  #start: Start | undefined;
  /** What was found since the last edit, here or in a table that is taken in. */
  #found: readonly PlacedFinding[] | undefined;
  #foundIn: ReadonlyMap<Block, readonly Finding[]> | undefined;
  /** What comments turned off of it. */
  #suppressions: Suppressions | undefined;
  #sums = {};
  /** The head that was looked at, and whether it has lines of its own. */
  #head: { readonly block: Block; readonly says: 'nothing' | 'comments' | 'something' } | undefined;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.change({ removed: [], added: [...rows.sequence], before: undefined, after: undefined });
  }

  /** Takes over an edit of the blocks. */
  change({ removed, added, before, after }: BlockChange): void {
    this.#dropFound();
    for (const block of removed) {
      this.#flagged.delete(block);
      this.#directing.delete(block);
      this.#totals.delete(factsOf(block));
      this.#conflicts.delete(block);
      this.#inclusions.delete(block);
    }
    const facts = added.map((block) => this.#checkBlock(block));
    const countsNames = this.#rows.includeBlocks.size > 0;
    if (!addTheSame(removed.map(factsOf), facts, countsNames)) this.#sums = {};
    this.#ledger.replace(removed.map(factsOf), facts, before && factsOf(before), this.#entriesFrom(after));
  }

  /**
   * Takes over what has changed in the tables that are taken in. Costs their number, and what has changed in them.
   */
  follow(): void {
    const { includeBlocks, tables } = this.#rows;
    if (includeBlocks.size === 0 || this.#tick === tables?.tick) return;
    this.#tick = tables?.tick;
    this.#lookAcross();
    let changed = false;
    for (const block of includeBlocks.keys()) {
      const now = this.#rows.inclusionOf(block);
      const before = this.#inclusions.get(block);
      if (now.problem?.kind !== before?.problem?.kind || now.problem?.unit !== before?.problem?.unit) {
        this.#checkAgain(block);
        changed = true;
      }
      this.#inclusions.set(block, now);
      if (this.#ledger.takeIn(factsOf(block), this.#givenBy(now.table))) changed = true;
    }
    if (changed) {
      this.#holders.clear();
      this.#sums = {};
    }
    const isShown = this.#shownEdit !== undefined && this.#rows.lastEditOutside !== this.#shownEdit;
    if (!changed && !isShown) return;
    this.#shownEdit = undefined;
    this.#dropFound();
    this.#rows.noteOutside();
  }

  #dropFound(): void {
    this.#found = undefined;
    this.#foundIn = undefined;
  }

  /** Looks again at a block whose text is the same. */
  #checkAgain(block: Block): void {
    const { sequence } = this.#rows;
    const old = factsOf(block);
    const before = sequence.previous(block);
    this.#flagged.delete(block);
    const facts = this.#checkBlock(block);
    this.#ledger.replace([old], [facts], before && factsOf(before), this.#entriesFrom(sequence.next(block)));
  }

  /** What a table gives; nothing where its amounts are of another kind, or where it holds two versions of something. */
  #givenBy(table: TakenTable | undefined): Given | undefined {
    const { vocabulary, moneyUnit } = this.#rows.context;
    if (table?.context.vocabulary !== vocabulary || table.context.moneyUnit !== moneyUnit) return undefined;
    return table.checker.#given();
  }

  #given(): Given | undefined {
    this.#lookAcross();
    this.follow();
    if (this.#conflicts.size > 0) return undefined;
    const { context, hasDepartment } = this.#rows;
    const isWhole = hasDepartment || this.#totals.size > 0;
    const columns = context.vocabulary.profile.columns.length;
    return { ledger: this.#ledger, columns, loose: !isWhole && this.#ledger.hasLoose };
  }

  #lookAcross(): void {
    this.#ledger.look(() => this.#entries());
  }

  *#entries(): Iterable<Entry> {
    for (const block of this.#rows.sequence) yield factsOf(block);
  }

  /** All findings that neither a setting nor a comment turns off, in the order of the text. */
  findings(): readonly PlacedFinding[] {
    this.follow();
    this.#found ??= this.#find();
    return this.#found;
  }

  /** The same by the blocks they are in; blocks without any are not among them. */
  findingsByBlock(): ReadonlyMap<Block, readonly Finding[]> {
    const all = this.findings();
    if (this.#foundIn) return this.#foundIn;
    const found = new Map<Block, Finding[]>();
    for (const { finding, place } of all) {
      const own = found.get(place.block);
      if (own) own.push(finding);
      else found.set(place.block, [finding]);
    }
    this.#foundIn = found;
    return found;
  }

  /** What the comments of a block turn off, each id by itself. Looks through all directives of the table. */
  suppressionsIn(block: Block): readonly Use[] {
    this.findings();
    return this.#suppressions?.uses.filter(({ placed }) => placed.block === block) ?? [];
  }

  /** Stands for all amounts: another object once one of them changes, comes or goes. Till then no sum or share is another. */
  get sums(): object {
    this.follow();
    return this.#sums;
  }

  /** How many projects the table itself lists. */
  get projects(): number {
    return this.#ledger.projects;
  }

  /** The 合计 that counts: the first. */
  get total(): Block | undefined {
    const [total] = this.#totals;
    return total?.block;
  }

  /** How many units the table itself lists. */
  get units(): number {
    return this.#ledger.units.count;
  }

  /** How many projects a unit lists. */
  projectsOf(unit: Block): number {
    return factsOf(unit).group?.projects.count ?? 0;
  }

  #find(): PlacedFinding[] {
    this.#checkSums();
    const start = this.#checkStart();
    const suppressions = new Suppressions(this.#placedDirectives());
    this.#suppressions = suppressions;
    const seen = new Seen();
    const found = new Map<Block, readonly [BlockPlace, Finding[]]>();
    const looked = new Set([...this.#flagged, ...this.#directing]);
    for (const entry of this.#ledger.repeating) looked.add((entry as BlockFacts).block);
    if (start && start.findings.length > 0) looked.add(start.block);
    for (const place of this.#rows.sequence.placesOf(looked)) {
      const { block } = place;
      const facts = factsOf(block);
      const repetitions = block.kind === 'include' ? this.#repeated(facts, seen) : this.#repetitions(facts, seen);
      const all = [...facts.findings, ...facts.sumFindings, ...repetitions];
      if (block === start?.block) all.push(...start.findings);
      found.set(block, [place, this.#kept(all, place, suppressions)]);
    }
    for (const use of suppressions.unused()) {
      if (use.used || !this.#isJudged(use.id)) continue;
      const [place, own] = found.get(use.placed.block) as readonly [BlockPlace, Finding[]];
      const unused = suppressionRules.map((rule) => findingOf(rule, rule.report(use.placed.directive, use.index)));
      own.push(...this.#kept(unused, place, suppressions));
    }
    const ordered = [...found.values()].map(
      ([place, own]) => [place, own.sort((a, b) => a.span.start - b.span.start)] as const,
    );
    const conflicts = new Conflicts(ordered);
    if (this.#rows.includeBlocks.size > 0) {
      const showsOthers = seen.isAcross || [...this.#totals].some(({ sumFindings }) => sumFindings.length > 0);
      this.#shownEdit = showsOthers ? this.#rows.lastEditOutside : undefined;
    }
    return ordered.flatMap(([place, own]) =>
      own.filter((finding) => !conflicts.silences(finding, place)).map((finding) => ({ finding, place })),
    );
  }

  /** Whether a suppression of a rule can be said to be unused: by another's settings the rule may find more. */
  #isJudged(id: string): boolean {
    const { severities, strict } = this.#rows.settings;
    const rule = ruleById.get(id);
    return rule !== undefined && severities.get(id) !== 'off' && (strict || !rule.strictFindsMore);
  }

  /** Those of some findings that neither a setting nor a comment turns off, as grave as the settings have them. */
  #kept(findings: readonly Finding[], place: BlockPlace, suppressions: Suppressions): Finding[] {
    const { severities, strict } = this.#rows.settings;
    return findings.flatMap((finding) => {
      const { rule } = finding;
      const chosen = severities.get(rule.id);
      if (chosen === 'off' || suppressions.has(finding, place.offset + finding.span.start)) return [];
      if (chosen) return { ...finding, severity: chosenSeverity(finding.severity, rule.severity, chosen) };
      // Editors list no hints; who asks for everything wants to see them.
      return strict && finding.severity === 'hint' ? { ...finding, severity: 'info' as const } : finding;
    });
  }

  /** What a row repeats of those before it; of several things that it repeats of the same row only the first is told. */
  #repetitions(facts: BlockFacts, seen: Seen): Finding[] {
    const told = new Set<Block>();
    return facts.repeatables.flatMap(({ rule, same, ...key }) => {
      const own = { ...key, block: facts.block };
      let first = seen.first(rule.within === 'unit' ? facts.group : undefined, same, own);
      if (rule.within === 'unit' && facts.group?.name) {
        const named = seen.first(undefined, namedKey(facts.group.name, same), own);
        if (named?.block.kind === 'include') first ??= named;
      }
      if (first?.block.kind === 'include') {
        seen.isAcross = true;
        const name = rule.within === 'unit' ? namedKey(facts.group?.name ?? '', same) : same;
        first = this.#holderIn(first.block, name);
      }
      if (!first || told.has(first.block)) return [];
      told.add(first.block);
      return findingOf(rule, rule.report(key, first));
    });
  }

  /** What a table that is taken in repeats of what stands before it: one finding a rule. */
  #repeated(facts: BlockFacts, seen: Seen): Finding[] {
    const { block } = facts;
    const other = this.#inclusions.get(block)?.table;
    if (!other || !facts.shared) return [];
    const { nameSpan: span } = this.#rows.row(block);
    const byRule = new Map<string, { readonly same: string; readonly first: PlacedKey }[]>();
    for (const same of facts.shared) {
      const first = seen.first(undefined, same, { key: same, span, block });
      if (!first) continue;
      const id = same.slice(same.lastIndexOf('\0') + 1).split(' ', 1)[0] as string;
      const repeated = byRule.get(id);
      if (repeated) repeated.push({ same, first });
      else byRule.set(id, [{ same, first }]);
    }
    const path = this.#rows.includeBlocks.get(block)?.path ?? '';
    return repetitionRules.flatMap((rule) => {
      const repeated = (byRule.get(rule.id) ?? []).flatMap(({ same, first }) => {
        const again = other.checker.holderOf(same);
        return again ? { again, first, same } : [];
      });
      const [head] = repeated.sort((a, b) => a.again.offset - b.again.offset || (a.same < b.same ? -1 : 1));
      if (!head) return [];
      seen.isAcross = true;
      const related = () =>
        repeated.slice(0, LISTED_REPETITIONS).flatMap(({ again, first, same }): Related[] => {
          const holder = first.block.kind === 'include' ? this.#holderIn(first.block, same) : first;
          // The same table twice: where it was taken in first says more.
          const before = holder?.block === again.block ? first : (holder ?? first);
          return [
            { block: again.block, table: again.table, span: again.span, message: 'again' },
            { block: before.block, table: before.table, span: before.span, message: 'first' },
          ];
        });
      const args = { path, name: head.again.key, count: String(repeated.length) };
      return findingOf(rule, { span, message: repeated.length > 1 ? 'takenMore' : 'taken', args, related });
    });
  }

  /** Where a key stands first, here or in a table that is taken in, and where that row of this table begins. */
  holderOf(same: string): Holder | undefined {
    this.follow();
    const { lastEdit } = this.#rows;
    if (this.#holdersAt !== lastEdit) {
      this.#holders.clear();
      this.#holdersAt = lastEdit;
    }
    let holder = this.#holders.get(same);
    if (!holder) {
      holder = this.#findHolder(same);
      if (holder) this.#holders.set(same, holder);
    }
    return holder;
  }

  #findHolder(same: string): Holder | undefined {
    const members = this.#ledger.membersOf(same).map((entry) => (entry as BlockFacts).block);
    const [place] = this.#rows.sequence.placesOf(members);
    if (!place) return undefined;
    const { block, offset } = place;
    if (block.kind === 'include') {
      const holder = this.#holderIn(block, same);
      return holder && { ...holder, offset };
    }
    const own = same.slice(same.lastIndexOf('\0') + 1);
    const found = factsOf(block).repeatables.find((repeatable) => repeatable.same === own);
    return found && { key: found.key, span: found.span, block, table: this.#rows, offset };
  }

  #holderIn(include: Block, same: string) {
    return this.#inclusions.get(include)?.table?.checker.holderOf(same);
  }

  #checkStart(): Start | undefined {
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

  /** The unit that a project belongs to; undefined for the department's own and for blocks of other kinds. */
  unitOf(block: Block): Block | undefined {
    return block.kind === 'project' ? (factsOf(block).group?.unit as BlockFacts | undefined)?.block : undefined;
  }

  /** The projects that a unit lists. */
  *projectsBelow(unit: Block): Iterable<Block> {
    const blocks = this.#rows.sequence;
    for (let at = blocks.next(unit); at && at.kind !== 'unit'; at = blocks.next(at)) {
      if (at.kind === 'project') yield at;
    }
  }

  /** What a column of a unit or of 合计 adds up to from below; undefined while not known. */
  sumBelow(block: Block, column: number): ColumnSum | undefined {
    this.follow();
    if (block.kind === 'total') return this.#ledger.totalOf(column);
    const group = factsOf(block).group;
    return block.kind === 'unit' && group ? this.#ledger.sumOf(group, column) : undefined;
  }

  /** What a row comes to in a column: what it states, a total else by its sources; undefined while not known. */
  comesTo(block: Block, column: number): Decimal | undefined {
    const addend = factsOf(block).addends[column];
    return addend === 'unknown' ? undefined : addend;
  }

  /** What the whole table comes to in a column: what 合计 states, else what the table adds up to; undefined while not known. */
  wholeOf(column: number): Decimal | undefined {
    this.follow();
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
    const repeatables = repetitionRules.flatMap((rule): Repeatable[] => {
      const key = rule.keyOf(row, block.text, context);
      return key ? [{ ...key, rule, same: `${rule.id} ${key.key}` }] : [];
    });
    const hides = hiddenBlock(row, block.text, context.vocabulary);
    const facts = new BlockFacts(block, row.name, addendsOf(row, context.vocabulary), findings, repeatables, hides);
    block.facts = facts;
    if (findings.length > 0) this.#flagged.add(block);
    if (facts.directives.length > 0) this.#directing.add(block);
    if (block.kind === 'total') this.#totals.add(facts);
    if (block.kind === 'include') this.#inclusions.set(block, this.#rows.inclusionOf(block));
    if (findings.some(({ rule }) => rule === mergeConflict)) this.#conflicts.add(block);
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
        of: group ? 'unit' : this.#ledger.hasUnits ? 'total' : 'projects',
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
    const related: Related[] = [];
    for (const addend of block.kind === 'unit' ? this.#projectsOf(block, column) : this.#unitsOf(column)) {
      if (related.length === LISTED_ADDENDS) break;
      related.push(addend);
    }
    if (count > related.length) {
      related.push({ block, span: node.text, message: 'more', args: { count: String(count - related.length) } });
    }
    return related;
  }

  *#projectsOf(unit: Block, column: number): Iterable<Related> {
    for (const project of this.projectsBelow(unit)) yield* this.#addend(project, column);
  }

  /** The amounts of the units, and of projects without one, also of tables that are taken in. */
  *#unitsOf(column: number): Iterable<Related> {
    this.follow();
    for (const block of this.#rows.sequence) {
      if (block.kind === 'include') {
        const checker = this.#inclusions.get(block)?.table?.checker;
        if (checker) yield* checker.#unitsOf(column);
      } else if (block.kind === 'unit' || (block.kind === 'project' && !factsOf(block).group?.unit)) {
        yield* this.#addend(block, column);
      }
    }
  }

  *#addend(block: Block, column: number): Iterable<Related> {
    const row = this.#rows.row(block);
    const amount = amountOf(row, column);
    if (!amount?.reading.value) return;
    const args = { name: row.name, amount: amount.reading.value.toAmount() };
    yield { block, table: this.#rows, span: amount.node.text, message: 'addend', args };
  }

  *#placedDirectives(): Iterable<PlacedDirective> {
    const { sequence } = this.#rows;
    for (const { block, offset } of sequence.placesOf(this.#directing)) {
      const next = sequence.next(block);
      const nextLineEnd = next && offset + block.text.length + firstLineLength(next.text);
      for (const directive of factsOf(block).directives) yield { directive, block, offset, nextLineEnd };
    }
  }
}

/** The first row, in the order of the text, that has something which another repeats. */
class Seen {
  readonly #groups = new Map<UnitGroup | undefined, Map<string, PlacedKey>>();
  /** Some of what is repeated stands in another table. */
  isAcross = false;

  /** Who had it first; undefined where it is this one, who is noted. */
  first(group: UnitGroup | undefined, same: string, own: PlacedKey): PlacedKey | undefined {
    const firsts = this.#groups.get(group) ?? new Map<string, PlacedKey>();
    this.#groups.set(group, firsts);
    const first = firsts.get(same);
    if (!first) firsts.set(same, own);
    return first;
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

/**
 * Whether some rows add to the sums what others did.
 * @param countsNames whether a unit's name tells what of other tables is its own
 */
function addTheSame(before: readonly Entry[], after: readonly Entry[], countsNames: boolean): boolean {
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

function factsOf(block: Block): BlockFacts {
  return block.facts as BlockFacts;
}

function findingOf(rule: Rule, report: Report): Finding {
  return { ...report, rule, severity: report.severity ?? rule.severity };
}

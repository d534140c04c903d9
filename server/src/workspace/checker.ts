import { mergeConflict } from '../rules/mergeConflict.ts';
import type { Finding, Related } from '../rules/rule.ts';
import type { Block } from '../syntax/blocks.ts';
import { type Directive, readDirectives } from '../syntax/directives.ts';
import type { BlockChange } from '../syntax/document.ts';
import { ownText } from '../syntax/text.ts';
import type { Decimal } from '../table/decimal.ts';
import { Ledger } from '../table/ledger.ts';
import type { Given } from '../table/takenIn.ts';
import type { ColumnSum } from '../table/tallies.ts';
import type { UnitGroup } from '../table/unitGroup.ts';
import { addTheSame, type BlockFacts, factsFrom, factsOf, keepFacts } from './blockFacts.ts';
import { Holders } from './holders.ts';
import { LastStep, type PlacedFinding } from './lastStep.ts';
import { projectsBelow } from './projectsBelow.ts';
import { RepetitionFindings } from './repetitionFindings.ts';
import { findInRow } from './rowFindings.ts';
import type { AnswersTakers, Holder, Rows } from './rows.ts';
import { Silence } from './silence.ts';
import { StartFindings } from './startFindings.ts';
import { SumFindings } from './sumFindings.ts';
import type { Suppressions, Use } from './suppressions.ts';
import { TakenTables } from './takenTables.ts';

const NONE: readonly Finding[] = [];

/** Rows of so many blocks that come at once are kept for those who ask next. */
const FEW = 16;

/**
 * Keeps the findings of a document. A change costs the blocks that changed, and the sums that they are part of. Lives
 * as long as the context does: with another money unit a new one is made.
 */
export class Checker implements AnswersTakers {
  readonly #rows: Rows;
  readonly #ledger = new Ledger();
  readonly #silence: Silence;
  readonly #taken: TakenTables;
  readonly #holders: Holders;
  readonly #startFindings: StartFindings;
  readonly #sumFindings: SumFindings;
  /** Findings of rules that look at one row, by its block. */
  readonly #ofRows = new Map<Block, readonly Finding[]>();
  /** Blocks whose comments turn something off, and these comments. */
  readonly #directing = new Map<Block, readonly Directive[]>();
  /** Findings of rules that look at sums, by the blocks that state these. */
  readonly #ofSums = new Map<Block, readonly Finding[]>();
  readonly #totals = new Set<BlockFacts>();
  readonly #conflicts = new Set<Block>();
  /** What was found since the last edit, here or in a table that is taken in. */
  #found: readonly PlacedFinding[] | undefined;
  #foundIn: ReadonlyMap<Block, readonly Finding[]> | undefined;
  /** What comments turned off of it. */
  #suppressions: Suppressions | undefined;
  /** The last edit that was known when findings were asked for which show places in other tables; else undefined. */
  #shownEdit: number | undefined;
  #sums = {};

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#silence = new Silence(rows.context);
    this.#taken = new TakenTables(rows, this.#ledger);
    this.#holders = new Holders(rows, this.#ledger, this.#taken);
    this.#startFindings = new StartFindings(rows);
    this.#sumFindings = new SumFindings(rows, this.#ledger, this.#taken);
    this.change({ removed: [], added: [...rows.sequence], before: undefined, after: undefined });
  }

  /** Takes over an edit of the blocks. */
  change({ removed, added, before, after }: BlockChange): void {
    this.#dropFound();
    for (const block of removed) {
      this.#ofRows.delete(block);
      this.#directing.delete(block);
      this.#ofSums.delete(block);
      this.#totals.delete(factsOf(block));
      this.#conflicts.delete(block);
      this.#taken.remove(block);
    }
    const old = removed.map(factsOf);
    const facts = added.map((block) => this.#check(block, added.length > FEW));
    const countsNames = this.#rows.includeBlocks.size > 0;
    if (!addTheSame(old, facts, countsNames)) this.#sums = {};
    this.#ledger.replace(old, facts, before && factsOf(before), factsFrom(after, this.#rows.sequence));
  }

  /** Takes over what has changed in the tables that are taken in. Costs their number, and what has changed in them. */
  follow(): void {
    if (this.#taken.isCurrent) return;
    this.#lookAcross();
    const changed = this.#taken.follow((block) => this.#checkAgain(block));
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

  #lookAcross(): void {
    const { sequence } = this.#rows;
    this.#ledger.look(() => factsFrom(sequence.first(), sequence));
  }

  #dropFound(): void {
    this.#found = undefined;
    this.#foundIn = undefined;
  }

  #check(block: Block, isOneOfMany = false): BlockFacts {
    // A window into a long text is slower to look through than a text by itself.
    const text = isOneOfMany ? ownText(block.text) : block.text;
    const row = isOneOfMany ? this.#rows.freshRow(block, text) : this.#rows.row(block);
    const facts = keepFacts(block, row, text, this.#rows.context);
    const findings = findInRow(row, text, this.#rows.context, this.#silence);
    if (findings.length > 0) this.#ofRows.set(block, findings);
    const directives = readDirectives(text);
    if (directives.length > 0) this.#directing.set(block, directives);
    if (block.kind === 'total') this.#totals.add(facts);
    if (block.kind === 'include') this.#taken.add(block);
    if (findings.some(({ rule }) => rule === mergeConflict)) this.#conflicts.add(block);
    return facts;
  }

  /** Looks again at a block whose text is the same. */
  #checkAgain(block: Block): void {
    const { sequence } = this.#rows;
    const old = factsOf(block);
    const before = sequence.previous(block);
    this.#ofRows.delete(block);
    const facts = this.#check(block);
    this.#ledger.replace([old], [facts], before && factsOf(before), factsFrom(sequence.next(block), sequence));
  }

  given(): Given | undefined {
    this.#lookAcross();
    this.follow();
    if (this.#conflicts.size > 0) return undefined;
    const { context, hasDepartment } = this.#rows;
    const isWhole = hasDepartment || this.#totals.size > 0;
    const columns = context.vocabulary.profile.columns.length;
    return { ledger: this.#ledger, columns, loose: !isWhole && this.#ledger.hasLoose };
  }

  holderOf(same: string): Holder | undefined {
    this.follow();
    return this.#holders.of(same);
  }

  addends(column: number): Iterable<Related> {
    this.follow();
    return this.#sumFindings.addends(column);
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

  #find(): PlacedFinding[] {
    this.#checkSums();
    const { sequence, settings, includeBlocks } = this.#rows;
    const { repeating } = this.#ledger;
    const start = this.#startFindings.find();
    const repetitions = new RepetitionFindings(this.#rows, this.#taken);
    const lastStep = new LastStep(settings, sequence, this.#directing);
    this.#suppressions = lastStep.suppressions;
    const looked = new Set([...this.#ofRows.keys(), ...this.#directing.keys(), ...this.#ofSums.keys()]);
    for (const entry of repeating.keys()) looked.add((entry as BlockFacts).block);
    if (start && start.findings.length > 0) looked.add(start.block);
    for (const place of sequence.placesOf(looked)) {
      const { block } = place;
      const facts = factsOf(block);
      const repeated = repeating.has(facts) ? repetitions.of(facts) : NONE;
      const ofStart = block === start?.block ? start.findings : NONE;
      const ofRow = this.#ofRows.get(block) ?? NONE;
      lastStep.take([...ofRow, ...(this.#ofSums.get(block) ?? NONE), ...repeated, ...ofStart], place);
    }
    if (includeBlocks.size > 0) {
      const showsOthers = repetitions.isAcross || [...this.#totals].some(({ block }) => this.#ofSums.has(block));
      this.#shownEdit = showsOthers ? this.#rows.lastEditOutside : undefined;
    }
    return lastStep.finish();
  }

  #checkSums(): void {
    const stale = this.#ledger.takeStale();
    for (const group of stale.groups) {
      if (group.unit) this.#checkSumsOf(group.unit as BlockFacts, group);
    }
    if (stale.total) for (const facts of this.#totals) this.#checkSumsOf(facts, undefined);
  }

  #checkSumsOf(facts: BlockFacts, group: UnitGroup | undefined): void {
    const { block } = facts;
    if (factsOf(block) !== facts || !block.chunk) return;
    const findings = this.#sumFindings.find(block, group);
    if (findings.length > 0) this.#ofSums.set(block, findings);
    else this.#ofSums.delete(block);
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

  /** The projects that a unit lists. */
  projectsBelow(unit: Block): Iterable<Block> {
    return projectsBelow(unit, this.#rows.sequence);
  }

  /** How many projects a unit lists. */
  projectsOf(unit: Block): number {
    return factsOf(unit).group?.projects.count ?? 0;
  }

  /** The unit that a project belongs to; undefined for the department's own and for blocks of other kinds. */
  unitOf(block: Block): Block | undefined {
    return block.kind === 'project' ? (factsOf(block).group?.unit as BlockFacts | undefined)?.block : undefined;
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
}

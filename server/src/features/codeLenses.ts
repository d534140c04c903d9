import type { CodeLens, Command, Location, Range } from 'vscode-languageserver-types';
import type { Bilingual } from '../profile/profile.ts';
import { type Finding, fillIn, type Language } from '../rules/rule.ts';
import type { BlockPlace } from '../syntax/blockSequence.ts';
import type { Block } from '../syntax/blocks.ts';
import { parseBlock } from '../syntax/parseBlock.ts';
import { className, type Vocabulary } from '../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT } from '../table/moneyUnit.ts';
import { readRow, totalColumn } from '../table/row.ts';
import type { Environment } from '../workspace/environment.ts';
import { COMPARE_COMMAND, SHOW_FINDING_COMMAND } from '../workspace/ourClient.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { nameOfBlock } from './blockName.ts';
import { changeSince, sameProject, tableOfLastYear } from './lastYear.ts';
import { showsDetails } from './limits.ts';
import { PerBlock } from './perBlock.ts';
import { rangeOf } from './ranges.ts';
import { sharesOf, sharesText } from './sums.ts';

const MESSAGES = {
  projects: { zh: '{count} 个项目', en: 'projects: {count}' },
  sum: { zh: '相加 {sum} {unit}', en: 'adding up to {sum} {unit}' },
  indicators: { zh: '{count} 条指标: {classes}', en: 'indicators: {count} ({classes})' },
  unclassed: { zh: '未分类', en: 'of no class' },
  findings: { zh: '{count} 个问题', en: 'findings: {count}' },
  compare: { zh: '与 {year} 年对比', en: 'Compare with {year}' },
  compareChanged: { zh: '与 {year} 年对比({change})', en: 'Compare with {year} ({change})' },
  sameAmount: { zh: '金额不变', en: 'same amount' },
  since: { zh: '比 {year} 年 {change}', en: '{change} since {year}' },
  years: { zh: '{name}: {before} 年 ↔ {year} 年', en: '{name}: {before} ↔ {year}' },
} satisfies Record<string, Bilingual>;

/** The indicators of a project by class, said in a few words; empty where it has none. */
const indicatorTexts = new PerBlock<string>();

/**
 * What stands above units and projects: what they come to, what is found in them, and the same project a year before.
 * Shares stand there only for clients that cannot show them behind the amounts. Clients other than ours know none of
 * our commands and get the words alone.
 */
export function codeLenses(document: TableDocument, environment: Environment): CodeLens[] {
  if (!document.settings.show.codeLenses) return [];
  const writer = new LensWriter(document, environment);
  const blocks = showsDetails(document) ? document.sequence : unitsOf(document);
  for (const place of document.sequence.placesOf(blocks)) {
    if (place.block.kind === 'unit') writer.unit(place);
    else if (place.block.kind === 'project') writer.project(place);
  }
  return writer.lenses;
}

function unitsOf({ sequence }: TableDocument): Block[] {
  return sequence.list().filter(({ kind }) => kind === 'unit');
}

/** What is found in a row or below it: how much, and the first of it. */
interface Found {
  count: number;
  readonly block: Block;
  readonly first: Finding;
}

class LensWriter {
  readonly lenses: CodeLens[] = [];
  readonly #document: TableDocument;
  readonly #environment: Environment;
  readonly #found: ReadonlyMap<Block, Found>;
  readonly #lastYear: TableDocument | undefined;
  readonly #saysShares: boolean;

  constructor(document: TableDocument, environment: Environment) {
    this.#document = document;
    this.#environment = environment;
    this.#found = foundIn(document);
    this.#lastYear = tableOfLastYear(document, environment.workspace);
    this.#saysShares = !(environment.client.inlayHints && document.settings.show.shares);
  }

  unit(place: BlockPlace): void {
    const { checker, context } = this.#document;
    const { block } = place;
    const count = checker.projectsOf(block);
    const below = checker.sumBelow(block, totalColumn(context.vocabulary));
    const sum = below && below.addends > 0 ? below.sum.toAmount() : undefined;
    this.#text(place, [
      count > 0 && this.#say(MESSAGES.projects, { count: String(count) }),
      sum && this.#say(MESSAGES.sum, { sum, unit: context.moneyUnit.name }),
      this.#shares(block),
    ]);
    this.#findings(place);
  }

  project(place: BlockPlace): void {
    const { vocabulary } = this.#document.context;
    const { language } = this.#environment;
    const { block } = place;
    const read = () => indicatorsText(block, vocabulary, language);
    this.#text(place, [indicatorTexts.get(block, [vocabulary, language], read), this.#shares(block)]);
    this.#findings(place);
    this.#comparison(place);
  }

  #shares(block: Block): string {
    if (!this.#saysShares) return '';
    const column = totalColumn(this.#document.context.vocabulary);
    const value = this.#document.checker.comesTo(block, column);
    return value ? sharesText(sharesOf(value, column, block, this.#document), this.#environment.language) : '';
  }

  #findings(place: BlockPlace): void {
    const found = this.#found.get(place.block);
    if (!found) return;
    const title = this.#say(MESSAGES.findings, { count: String(found.count) });
    if (!this.#environment.client.vscode) {
      this.#add(place, { title, command: '' });
      return;
    }
    const at = found.block === place.block ? place : this.#document.placeOf(found.block);
    const { start } = rangeOf(at, found.first.span);
    this.#add(place, { title, command: SHOW_FINDING_COMMAND, arguments: [this.#document.uri, start] });
  }

  /** The same project in the table of the year before. */
  #comparison(place: BlockPlace): void {
    const other = this.#lastYear;
    const before = other && sameProject(place.block, this.#document, other);
    if (!other || !before) return;
    const year = String(other.head.year);
    const difference = changeSince(place.block, this.#document, before, other);
    const change = difference && (difference.isZero ? this.#say(MESSAGES.sameAmount) : signed(difference.toAmount()));
    if (!this.#environment.client.vscode) {
      if (change) this.#add(place, { title: this.#say(MESSAGES.since, { year, change }), command: '' });
      return;
    }
    const title = change ? this.#say(MESSAGES.compareChanged, { year, change }) : this.#say(MESSAGES.compare, { year });
    const name = nameOfBlock(place.block, this.#document.context.vocabulary);
    const years = this.#say(MESSAGES.years, { name, before: year, year: String(this.#document.head.year) });
    const then = locationOf(other.sequence.placeOf(before), other.uri);
    const now = locationOf(place, this.#document.uri);
    this.#add(place, { title, command: COMPARE_COMMAND, arguments: [then, now, years] });
  }

  #text(place: BlockPlace, parts: readonly (string | false | undefined)[]): void {
    const title = parts.filter((part) => part).join(' · ');
    if (title) this.#add(place, { title, command: '' });
  }

  #add({ line }: BlockPlace, command: Command): void {
    const start = { line, character: 0 };
    this.lenses.push({ range: { start, end: start }, command });
  }

  #say(message: Bilingual, args: Record<string, string> = {}): string {
    return fillIn(message[this.#environment.language], args);
  }
}

/** What is found in each row; a unit's projects count for the unit too. */
function foundIn({ checker }: TableDocument): ReadonlyMap<Block, Found> {
  const found = new Map<Block, Found>();
  for (const [block, [first, ...others]] of checker.findingsByBlock()) {
    if (!first) continue;
    const unit = checker.unitOf(block);
    for (const row of unit ? [block, unit] : [block]) {
      const own = found.get(row);
      if (own) own.count += 1 + others.length;
      else found.set(row, { count: 1 + others.length, block, first });
    }
  }
  return found;
}

/** `9 条指标: 产出 4、效益 3、满意度 2`, classes in the order of the profile. */
function indicatorsText({ kind, text }: Block, vocabulary: Vocabulary, language: Language): string {
  const { indicators } = readRow(text, parseBlock(kind, text, vocabulary), vocabulary, DEFAULT_MONEY_UNIT);
  if (indicators.length === 0) return '';
  const counts = vocabulary.profile.classes.map(({ code, name }) => ({
    name: className(name),
    count: indicators.filter(({ level1 }) => level1?.code === code).length,
  }));
  counts.push({ name: MESSAGES.unclassed[language], count: indicators.filter(({ level1 }) => !level1).length });
  const classes = counts.filter(({ count }) => count > 0).map(({ name, count }) => `${name} ${count}`);
  return fillIn(MESSAGES.indicators[language], {
    count: String(indicators.length),
    classes: classes.join(language === 'zh' ? '、' : ', '),
  });
}

function signed(amount: string): string {
  return amount.startsWith('-') ? amount : `+${amount}`;
}

/** All lines of a row, those behind it that are blank left out. */
function locationOf(place: BlockPlace, uri: string): Location {
  const range: Range = rangeOf(place, { start: 0, end: place.block.text.trimEnd().length });
  return { uri, range };
}

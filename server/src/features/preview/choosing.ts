import type { PinyinOf } from '../../profile/catalogue.ts';
import { squeeze } from '../../syntax/characters.ts';
import type { Decimal } from '../../table/decimal.ts';
import { totalColumn } from '../../table/row.ts';
import { normalize } from '../completion/matching.ts';
import { PerBlock } from '../perBlock.ts';
import { meansTitle } from '../things/searching.ts';
import { titleOf, unitKeyOf } from '../things/titles.ts';
import type { PageBlock } from './pageBlocks.ts';
import type { PreviewQuery } from './query.ts';

/** Whether a query leaves all rows in their order. */
export function isEverything(query: PreviewQuery): boolean {
  return isAllChosen(query) && query.order === 'text';
}

function isAllChosen({ text, unit, class: code, severity, test }: PreviewQuery): boolean {
  return text.trim() === '' && unit === '' && code === '' && severity === '' && test === '';
}

/**
 * The blocks that a query chooses: projects that fit it, with their units above them; and units and 合计 that fit it
 * themselves. Looks through all blocks.
 * @param pinyinOf reads names as pinyin, where the query's text may be that
 */
export function chosen(
  all: readonly PageBlock[],
  query: PreviewQuery,
  pinyinOf: PinyinOf | undefined,
): ReadonlySet<PageBlock> | undefined {
  if (isAllChosen(query)) return undefined;
  const found = new Set<PageBlock>();
  let unit: PageBlock | undefined;
  for (const one of all) {
    const { kind } = one.block;
    if (kind === 'unit') unit = one;
    if (kind === 'head' || !fits(one, query, pinyinOf)) continue;
    if (kind === 'project' && unit && unit.table.checker.unitOf(one.block) === unit.block) found.add(unit);
    found.add(one);
  }
  return found;
}

/** Some blocks in another order: 合计 first, then units by their totals, and under each its projects by theirs. */
export function ordered(blocks: readonly PageBlock[], order: PreviewQuery['order']): readonly PageBlock[] {
  if (order === 'text') return blocks;
  const groups: { head: PageBlock | undefined; members: PageBlock[] }[] = [{ head: undefined, members: [] }];
  const tops: PageBlock[] = [];
  for (const one of blocks) {
    const { kind } = one.block;
    if (kind === 'unit') groups.push({ head: one, members: [] });
    else if (kind === 'project') groups.at(-1)?.members.push(one);
    else tops.push(one);
  }
  const sign = order === 'ascending' ? 1 : -1;
  const compare = (a: PageBlock | undefined, b: PageBlock | undefined) => compareTotals(totalOf(a), totalOf(b), sign);
  groups.sort((a, b) => (a.head && b.head ? compare(a.head, b.head) : a.head ? 1 : b.head ? -1 : 0));
  return [...tops, ...groups.flatMap(({ head, members }) => [...(head ? [head] : []), ...members.sort(compare)])];
}

/** What is not known comes last in either order. */
function compareTotals(a: Decimal | undefined, b: Decimal | undefined, sign: number): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return sign * a.compare(b);
}

function totalOf(one: PageBlock | undefined): Decimal | undefined {
  return one?.table.checker.comesTo(one.block, totalColumn(one.table.context.vocabulary));
}

function fits(one: PageBlock, query: PreviewQuery, pinyinOf: PinyinOf | undefined): boolean {
  const { block, table } = one;
  if (query.unit !== '' && unitKeyOf(block, table) !== squeeze(query.unit)) return false;
  if (query.class !== '' && !classesOf(one).has(query.class)) return false;
  if (query.severity !== '' || query.test !== '') {
    const findings = table.checker.findingsByBlock().get(block) ?? [];
    const isFound = findings.some(
      ({ severity, rule }) =>
        (query.severity === '' || severity === query.severity) && (query.test === '' || rule.review === query.test),
    );
    if (!isFound) return false;
  }
  return hasText(one, query.text, pinyinOf);
}

function hasText({ block, table }: PageBlock, text: string, pinyinOf: PinyinOf | undefined): boolean {
  const typed = normalize(text);
  if (typed === '' || squeeze(block.text).toLowerCase().includes(typed)) return true;
  const title = titleOf(block, table);
  return title !== undefined && pinyinOf !== undefined && meansTitle(typed, block, title, pinyinOf);
}

const classes = new PerBlock<ReadonlySet<string>>();

/** The codes of the classes that a row has indicators of, of both levels. */
function classesOf({ block, table }: PageBlock): ReadonlySet<string> {
  return classes.get(block, [table.context.vocabulary], () => {
    const { indicators } = table.row(block);
    return new Set(
      indicators.flatMap(({ level1, level2 }) => [...(level1 ? [level1.code] : []), ...(level2 ? [level2.code] : [])]),
    );
  });
}

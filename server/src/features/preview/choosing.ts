import type { PinyinOf } from '../../profile/catalogue.ts';
import type { Block } from '../../syntax/blocks.ts';
import { squeeze } from '../../syntax/characters.ts';
import type { Decimal } from '../../table/decimal.ts';
import { totalColumn } from '../../table/row.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { normalize } from '../completion/matching.ts';
import { PerBlock } from '../perBlock.ts';
import { meansTitle } from '../things/searching.ts';
import { titleOf, unitKeyOf } from '../things/titles.ts';
import type { PageBlocks } from './pageBlocks.ts';
import type { PreviewQuery } from './query.ts';

function isAllChosen({ text, unit, class: code, severity, test }: PreviewQuery): boolean {
  return text.trim() === '' && unit === '' && code === '' && severity === '' && test === '';
}

/**
 * The blocks that a query chooses: projects that fit it, with their units above them; and units and 合计 that fit it
 * themselves. Looks through all blocks.
 * @param pinyinOf reads names as pinyin, where the query's text may be that
 */
export function chosen(
  { blocks, tableOf }: PageBlocks,
  query: PreviewQuery,
  pinyinOf: PinyinOf | undefined,
): ReadonlySet<Block> | undefined {
  if (isAllChosen(query)) return undefined;
  const found = new Set<Block>();
  for (const block of blocks) {
    const table = tableOf(block);
    if (block.kind === 'head' || !fits(block, table, query, pinyinOf)) continue;
    const unit = table.checker.unitOf(block);
    if (unit) found.add(unit);
    found.add(block);
  }
  return found;
}

/** Some blocks in another order: 合计 first, then units by their totals, and under each its projects by theirs. */
export function ordered(blocks: readonly Block[], order: PreviewQuery['order'], { tableOf }: PageBlocks): Block[] {
  const tops: Block[] = [];
  /** Projects without a unit are a group without a head, the first. */
  const groups: { readonly head?: Block; readonly members: Block[] }[] = [{ members: [] }];
  for (const block of blocks) {
    if (block.kind === 'unit') groups.push({ head: block, members: [] });
    else if (block.kind === 'project') groups.at(-1)?.members.push(block);
    else tops.push(block);
  }
  const [loose, ...units] = groups;
  const sign = order === 'ascending' ? 1 : -1;
  const compare = (a: Block, b: Block) => compareTotals(totalOf(a, tableOf(a)), totalOf(b, tableOf(b)), sign);
  units.sort((a, b) => compare(a.head as Block, b.head as Block));
  return [
    ...tops,
    ...(loose?.members ?? []).sort(compare),
    ...units.flatMap(({ head, members }) => [head as Block, ...members.sort(compare)]),
  ];
}

/** What is not known comes last in either order. */
function compareTotals(a: Decimal | undefined, b: Decimal | undefined, sign: number): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return sign * a.compare(b);
}

function totalOf(block: Block, { checker, context }: TableDocument): Decimal | undefined {
  return checker.comesTo(block, totalColumn(context.vocabulary));
}

function fits(block: Block, table: TableDocument, query: PreviewQuery, pinyinOf: PinyinOf | undefined): boolean {
  if (query.unit !== '' && unitKeyOf(block, table) !== squeeze(query.unit)) return false;
  if (query.class !== '' && !classesOf(block, table).has(query.class)) return false;
  if (query.severity !== '' || query.test !== '') {
    const findings = table.checker.findingsByBlock().get(block) ?? [];
    const isFound = findings.some(
      ({ severity, rule }) =>
        (query.severity === '' || severity === query.severity) && (query.test === '' || rule.review === query.test),
    );
    if (!isFound) return false;
  }
  return hasText(block, table, query.text, pinyinOf);
}

function hasText(block: Block, table: TableDocument, text: string, pinyinOf: PinyinOf | undefined): boolean {
  const typed = normalize(text);
  if (typed === '' || squeeze(block.text).toLowerCase().includes(typed)) return true;
  const title = titleOf(block, table);
  return title !== undefined && pinyinOf !== undefined && meansTitle(typed, block, title, pinyinOf);
}

const classes = new PerBlock<ReadonlySet<string>>();

/** The codes of the classes that a row has indicators of, of both levels. */
function classesOf(block: Block, table: TableDocument): ReadonlySet<string> {
  return classes.get(block, [table.context.vocabulary], () => {
    const { indicators } = table.row(block);
    return new Set(indicators.flatMap(({ level1, level2 }) => [level1, level2].flatMap((one) => one?.code ?? [])));
  });
}

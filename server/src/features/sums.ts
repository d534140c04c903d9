import type { Bilingual } from '../profile/profile.ts';
import type { Language } from '../rules/rule.ts';
import type { Block } from '../syntax/blocks.ts';
import { type Comparison, compareSum } from '../table/comparison.ts';
import { type Decimal, sum } from '../table/decimal.ts';
import { type Amount, amountOf, type Row, sourcesOf } from '../table/row.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

/** What an amount should be by others: by the sources of its row, or by the rows below. */
export interface Expected {
  readonly by: 'sources' | 'projects' | 'units';
  readonly sum: Decimal;
  /** How many amounts are in the sum. */
  readonly addends: number;
  readonly comparison: Comparison;
  /** How much the amount is above the sum; negative where it is below. */
  readonly above: Decimal;
}

/** What a row's amount should add up to; nothing where it is not known, or not comparable. */
export function expectedOf(
  { column, reading }: Amount,
  row: Pick<Row, 'amounts'>,
  block: Block,
  document: TableDocument,
): Expected[] {
  const stated = reading.value;
  if (!stated) return [];
  const expected = (by: Expected['by'], computed: Decimal, addends: number): Expected => ({
    by,
    sum: computed,
    addends,
    comparison: compareSum(stated, computed, addends),
    above: stated.minus(computed),
  });
  const all: Expected[] = [];
  const sources = sourcesOf(document.context.vocabulary, column).map((source) => amountOf(row, source)?.reading);
  const values = sources.flatMap((source) => source?.value ?? []);
  const isKnown = !sources.some((source) => source?.problem);
  if (isKnown && values.length > 0) all.push(expected('sources', sum(values), values.length));
  const below = document.checker.sumBelow(block, column);
  if (below && below.addends > 0) {
    all.push(expected(block.kind === 'unit' ? 'projects' : 'units', below.sum, below.addends));
  }
  return all;
}

/** What an amount is a share of, in hundredths of a percent; undefined where the whole is not known or nothing. */
export interface Shares {
  readonly ofUnit: number | undefined;
  readonly ofWhole: number | undefined;
}

export function sharesOf(value: Decimal, column: number, block: Block, document: TableDocument): Shares {
  const { checker } = document;
  const unit = checker.unitOf(block);
  const ofUnit = unit && (amountOf(document.row(unit), column)?.reading.value ?? checker.sumBelow(unit, column)?.sum);
  const ofWhole = block.kind === 'total' ? undefined : checker.wholeOf(column);
  return { ofUnit: ofUnit && value.shareOf(ofUnit), ofWhole: ofWhole && value.shareOf(ofWhole) };
}

/** Hundredths of a percent as people read them: `67.14%`, or with one decimal `67.1%`. */
export function percent(hundredths: number, decimals: 1 | 2 = 2): string {
  return `${(hundredths / 100).toFixed(decimals)}%`;
}

const SHARES = {
  ofUnit: { zh: '占本单位 {share}', en: '{share} of its unit' },
  ofWhole: { zh: '占全部 {share}', en: '{share} of all' },
} satisfies Record<string, Bilingual>;

/** What is less than this, or all but this, is no share worth saying: 0.05%. */
const LEAST = 5;
const ALL = 10_000;

/** Shares in a few words; empty where none is worth saying. That of the whole is left out where it reads the same. */
export function sharesText({ ofUnit, ofWhole }: Shares, language: Language): string {
  const isTold = (share: number | undefined): share is number =>
    share !== undefined && share >= LEAST && Math.abs(share - ALL) >= LEAST;
  const say = (message: Bilingual, share: string) => message[language].replace('{share}', share);
  const [unit, whole] = [ofUnit, ofWhole].map((share) => (isTold(share) ? percent(share, 1) : undefined));
  return [
    ...(unit ? [say(SHARES.ofUnit, unit)] : []),
    ...(whole && whole !== unit ? [say(SHARES.ofWhole, whole)] : []),
  ].join(' · ');
}

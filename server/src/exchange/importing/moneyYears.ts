import { withoutBrackets, wordOf } from './cellText.ts';

/** What was budgeted before, or spent: never the money that targets are set for. */
const PAST = 0;
/** 本年 is later than any year with a number that stands beside it. */
const PRESENT = Number.MAX_SAFE_INTEGER;

/**
 * Which of several amounts are not of the year that the table is for, by the words that stand over or before them: of
 * 2024年预算 and 2025年预算 the earlier, 上年预算 beside 本年预算, and what was spent.
 */
export function ofOtherYears(words: readonly string[]): ReadonlySet<number> {
  const years = words.map(yearOfMoney);
  const last = Math.max(...years.filter((year) => year !== undefined));
  return new Set(years.flatMap((year, i) => (year !== undefined && (year === PAST || year < last) ? [i] : [])));
}

/** A number that tells earlier money from later; undefined where a text says nothing of a year's money. */
export function yearOfMoney(text: string): number | undefined {
  const word = withoutBrackets(wordOf(text));
  // What is left of last year's money is a source of this year's; goals and names are no money.
  if (!/预算|资金|金额|经费|执行数|决算/.test(word) || /结转|结余|目标|指标|名称/.test(word)) return undefined;
  if (/上年|去年|上一年|执行数|决算/.test(word)) return PAST;
  const year = /(?:^|\D)(20\d\d)年/.exec(word)?.[1];
  if (year) return Number(year);
  return /本年|当年|今年/.test(word) ? PRESENT : undefined;
}

/** A word for the budget of a year without the year: 2025年预算 → 预算数, 2025年度资金总额 → 资金总额. */
export function withoutYear(word: string): string {
  const own = word.replace(/^20\d\d年度?/, '');
  return own !== word && own === '预算' ? '预算数' : own;
}

import { fold, squeeze } from '../syntax/characters.ts';
import type { Span } from '../syntax/nodes.ts';
import type { BlockRule, IndicatorContext, RuleExplanation } from './rule.ts';

export const staleYearExplained: RuleExplanation = {
  explanation: {
    zh: '指标名称或指标值的分句以早于本年度的年份开头。作为基期的年份(比 2024 年增长、以 2024 年为基数)、对象的年份(2024 年认定的企业)、文号和跨到本年度的期间不算,指标值写到本年度的(2024年度补助; 2025年6月底前)也不算。表头没有写年度时不检查。',
    en: 'A clause of an indicator’s name or value begins with a year before the table’s own. Fair are years that are counted from (more than in 2024), years of what it is about (firms recognised in 2024), numbers of documents and periods that reach the year; and all where the value speaks of the year itself. Nothing is checked where the head gives no year.',
  },
  reason: {
    zh: '多半是沿用上年的表没有改,今年的目标不能写在过去。',
    en: 'Most often last year’s table was taken over; what is due this year cannot lie in the past.',
  },
  examples: {
    wrong: `
年度: 2025
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 13-时效指标; 讲座完成时间; 年度指标值:2024年11月底前。
`,
    right: `
年度: 2025
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 13-时效指标; 讲座完成时间; 年度指标值:2025年11月底前。
`,
  },
};

export const staleYear: BlockRule = {
  id: 'stale-year',
  scope: 'block',
  severity: 'hint',
  review: 'reasonable',
  title: { zh: '年份早于本年度', en: 'A year before the table’s own' },
  messages: {
    stale: { zh: '{year} 年早于本表的年度 {table}', en: '{year} is before the table’s own year, {table}' },
  },

  checkIndicator(indicator, text, context, report) {
    const { year } = context;
    if (year === undefined) return;
    const { node, number } = indicator;
    const judged = indicator.year ?? indicator.period;
    const stale =
      (indicator.name.includes('年') ? staleIn(text, node.name, context) : undefined) ??
      (judged?.text.includes('年') ? staleIn(text, judged.node.text, context) : undefined);
    if (!stale || node.inserts.some((insert) => insert.start <= stale.start && stale.start < insert.end)) return;
    if (judged && reaches(judged.text, year)) return;
    report({
      span: stale,
      message: 'stale',
      args: { year: folded(text.slice(stale.start, stale.start + 4)), table: String(year) },
      indicator: number ?? null,
    });
  },
};

const YEAR = /(?<!\d)((?:19|20)\d\d) ?年/g;
const DATED = /(?<!\d)((?:19|20)\d\d)(?:年|[-./]\d)/g;
const CLAUSE_STARTS = ',;:。、(〔"';
/** The rest of a period: `2021年-2025年`, `2024年10月至2025年9月`. */
const UP_TO = /^度? ?(?:\d{1,2} ?月 ?(?:\d{1,2} ?日 ?)?)?[-~至到] ?((?:19|20)\d\d)(?!\d)/;
const A_YEAR_MORE = /(?:19|20)\d\d ?年度?、$/;

/** Whether a value speaks of the table's own year: one before it is then what it is about (2024年度补助; 2025年6月前). */
function reaches(value: string, year: number): boolean {
  return [...squeeze(value).matchAll(DATED)].some(([, digits]) => Number(digits) >= year);
}

/** The first year before the table's own that a clause of a span begins with; offsets are those of the text. */
function staleIn(text: string, span: Span | undefined, context: IndicatorContext): Span | undefined {
  if (!span) return undefined;
  const said = folded(text.slice(span.start, span.end));
  for (const { 0: whole, 1: digits, index } of said.matchAll(YEAR)) {
    if (Number(digits) >= (context.year as number) || !beginsClause(said, index, context)) continue;
    const behind = said.slice(index + whole.length);
    const end = UP_TO.exec(behind)?.[1];
    if (end !== undefined && Number(end) >= (context.year as number)) continue;
    if (isFair(behind, context)) continue;
    return { start: span.start + index, end: span.start + index + whole.length };
  }
  return undefined;
}

/** Half-width, at the same offsets. */
function folded(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(fold(text.charCodeAt(i)));
  return out;
}

/** Whether a clause begins at an offset, or with a word such as 截至 before it. */
function beginsClause(said: string, at: number, { vocabulary }: IndicatorContext): boolean {
  const before = said.slice(0, at).trimEnd();
  // Of years in a row the first one tells.
  if (A_YEAR_MORE.test(before)) return false;
  const word = vocabulary.judging.beforeYears.endOf(before);
  const rest = word ? before.slice(0, -word.length).trimEnd() : before;
  return rest === '' || CLAUSE_STARTS.includes(rest.slice(-1));
}

/** Whether the year is one that is counted from, or that of what the indicator is about. */
function isFair(behind: string, { vocabulary }: IndicatorContext): boolean {
  const from = /^度?(?:\d{1,2}月(?:\d{1,2}日)?)?[底末初]?的?/.exec(behind)?.[0].length ?? 0;
  return vocabulary.judging.behindFairYears.startOf(behind, from) !== undefined;
}

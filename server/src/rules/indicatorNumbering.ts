import type { Span } from '../syntax/nodes.ts';
import type { Indicator } from '../table/row.ts';
import { canBeNumbered, numberingOf, numberOf, renumber } from './numbering.ts';
import { indicatorsOf } from './placement.ts';
import { reread, saySame } from './reread.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const indicatorNumberingExplained: RuleExplanation = {
  explanation: {
    zh: '一个项目的指标从 1 起依次编号,不跳号,不重号,不漏号;在(一)产出指标这样的标题下各自从 1 编起也可以。一个项目只提示第一处。整条照抄、连序号也相同的,由"指标重复"提示。',
    en: 'The indicators of a project are numbered from 1 without gap or repetition; below headings such as (一)产出指标 they may begin anew. Only the first place in a project is reported. An indicator that was copied with its number is left to duplicate-indicator.',
  },
  reason: {
    zh: '序号断了,往往是中间漏了一条;审核意见按序号提,序号重复就不知道说的是哪一条。',
    en: 'A gap often means that an indicator was lost, and reviewers refer to indicators by number.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 实施周期指标值:20场; 年度指标值:20场。
  3、1-产出指标; 12-质量指标; 讲座计划完成率; 实施周期指标值:100%; 年度指标值:100%。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 实施周期指标值:20场; 年度指标值:20场。
  2、1-产出指标; 12-质量指标; 讲座计划完成率; 实施周期指标值:100%; 年度指标值:100%。
`,
  },
};

export const indicatorNumbering: BlockRule = {
  id: 'indicator-numbering',
  scope: 'block',
  severity: 'warning',
  review: 'form',
  compares: true,
  title: { zh: '指标序号不连续', en: 'Indicators not numbered 1 to n' },
  messages: {
    gap: {
      zh: '序号 {number} 与前面不连续,应为 {expected}',
      en: 'Number {number} leaves a gap; it should be {expected}',
    },
    repeated: {
      zh: '序号 {number} 与前面重复或倒退,应为 {expected}',
      en: 'Number {number} was there before; it should be {expected}',
    },
    missing: { zh: '这条指标没有序号,应为 {expected}', en: 'This indicator has no number; it should be {expected}' },
    none: { zh: '各条指标都没有序号', en: 'The indicators have no numbers' },
    renumber: { zh: '从 1 起重新编号', en: 'Number them anew from 1' },
  },
  // Where a number was lost, so may be the mark before it. A list that does not begin with 1 may be cut: what it lacks is
  // told once it does.
  fixesMayAdd: ['indicator-punctuation', 'cost-indicator'],

  check(row, text, _context, report) {
    const indicators = indicatorsOf(row);
    if (indicators.length === 0 || !canBeNumbered(row)) return;
    const { expected } = numberingOf(row, text);
    const wrong = indicators.findIndex((indicator, i) => numberOf(indicator) !== expected[i]);
    const indicator = indicators[wrong];
    const right = expected[wrong];
    if (!indicator || right === undefined) return;
    const number = numberOf(indicator);
    if (number !== undefined) {
      report({
        span: indicator.node.number as Span,
        message: number > right ? 'gap' : 'repeated',
        args: { number: String(number), expected: String(right) },
        indicator: indicator.number as string,
      });
      return;
    }
    const hasNone = indicators.every((other) => other.number === undefined);
    // One by itself is told apart without a number.
    if (hasNone && indicators.length === 1) return;
    report({
      span: firstPiece(indicator),
      message: hasNone ? 'none' : 'missing',
      args: { expected: String(right) },
      indicator: null,
    });
  },

  fixes(_finding, row, text, context) {
    const edits = renumber(row, text);
    if (!saySame(row, reread(row, text, edits, context), 'numbers')) return [];
    const isSure = row.indicators.every(({ number }) => number !== undefined) && numberingOf(row, text).isClear;
    return [{ message: 'renumber', edits, preferred: true, ...(isSure && { sure: true as const }) }];
  },
};

/** What an indicator begins with. */
function firstPiece({ node }: Indicator): Span {
  return node.class1 ?? node.class2 ?? node.name ?? node.values[0]?.label ?? node;
}

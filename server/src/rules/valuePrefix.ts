import { isLineEnd } from '../syntax/characters.ts';
import { isOfPeriodOrYear } from './judged.ts';
import { leftOverBefore } from './leftOver.ts';
import { isPlaceholder } from './realText.ts';
import { reread, saySame } from './reread.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const valuePrefixExplained: RuleExplanation = {
  explanation: {
    zh: '指标库的默认格式会在指标值前留下"标准:",公开的表里用不着。后面没有填真正的值的,由"指标值未填实"提示。',
    en: 'The indicator library leaves 标准: before a value; a published table needs none. Where no real value follows, placeholder-value speaks.',
  },
  reason: {
    zh: '指标值应当直接是数值或结果,多了这两个字,系统读不出数值。',
    en: 'A value should be the number or the result itself; with the word before it systems read no number.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 12-质量指标; 讲座计划完成率; 实施周期指标值:标准:100%; 年度指标值:100%。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 12-质量指标; 讲座计划完成率; 实施周期指标值:100%; 年度指标值:100%。
`,
  },
};

export const valuePrefix: BlockRule = {
  id: 'value-prefix',
  scope: 'block',
  severity: 'info',
  review: 'form',
  title: { zh: '指标值前多了"标准:"', en: 'A value that begins with 标准:' },
  messages: {
    prefix: { zh: '指标值前多了"{prefix}"', en: 'The value begins with “{prefix}”' },
    remove: { zh: '删去"{prefix}"', en: 'Take off “{prefix}”' },
  },

  checkIndicator(indicator, text, { vocabulary }, report) {
    const { values, number } = indicator;
    for (const value of values) {
      const leftOver = leftOverBefore(text, value, vocabulary.judging);
      if (!leftOver || !isOfPeriodOrYear(value) || isPlaceholder(text, value, vocabulary.judging)) continue;
      const span = { start: value.node.text.start, end: leftOver.end };
      report({
        span,
        message: 'prefix',
        args: { prefix: text.slice(span.start, span.end) },
        indicator: number ?? null,
        data: leftOver.rest,
      });
    }
  },

  fixes({ span, args, data }, row, text, context) {
    // What stands on the next line stays there.
    let { end } = span;
    while (end < (data as number) && !isLineEnd(text.charCodeAt(end))) end++;
    const edits = [{ start: span.start, end, text: '' }];
    if (!saySame(row, reread(row, text, edits, context), 'values')) return [];
    return [{ message: 'remove', ...(args && { args }), edits, preferred: true, sure: true }];
  },
};

import { removeValues } from './edits.ts';
import { type RepeatedValue, repeatedValues } from './repeatedValues.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';
import { RULES_ON_VALUES } from './valueRules.ts';

export const conflictingValueExplained: RuleExplanation = {
  explanation: {
    zh: '同一个指标值标签写了不止一次,内容不同,不知道以哪个为准。常见的原因是漏了下一条指标的序号和类别。',
    en: 'A value label is repeated with another value, so nobody can tell which is meant. Often the number and class of the next indicator were lost.',
  },
  reason: {
    zh: '年底评价时不知道该按哪个值打分。',
    en: 'At the end of the year nobody knows which value to score by.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场; 年度指标值:30场。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:30场。
`,
  },
};

export const conflictingValue: BlockRule = {
  id: 'conflicting-value',
  scope: 'block',
  severity: 'error',
  review: 'form',
  compares: true,
  title: { zh: '同一指标值前后矛盾', en: 'A value given twice, and differently' },
  messages: {
    conflict: {
      zh: '{label}写了 {count} 次,内容不同:{values}',
      en: '{label} is given {count} times, differently: {values}',
    },
    first: { zh: '先写的是"{value}"', en: 'given as “{value}” before' },
    keep: { zh: '保留"{value}"', en: 'Keep “{value}”' },
  },
  fixesMayAdd: RULES_ON_VALUES,

  checkIndicator(indicator, _text, _context, report) {
    for (const repeated of repeatedValues(indicator)) {
      const { label, values, different } = repeated;
      const [first, other] = different;
      if (!first || !other) continue;
      report({
        span: other.node,
        message: 'conflict',
        args: { label, count: String(values.length), values: different.map(({ text }) => `"${text}"`).join(' / ') },
        indicator: indicator.number ?? null,
        related: () => [{ span: first.node, message: 'first', args: { value: first.text } }],
        data: repeated,
      });
    }
  },

  fixes(finding, _row, text) {
    const { indicator, values, different } = finding.data as RepeatedValue;
    return different.map((kept) => {
      const gone = values.filter(({ place }) => place !== kept.place).map(({ place }) => place);
      return { message: 'keep', args: { value: kept.text }, edits: removeValues(text, indicator.node, new Set(gone)) };
    });
  },
};

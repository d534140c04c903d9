import type { BlockRule, RuleExplanation } from './rule.ts';
import { isValueAsName } from './valueAsName.ts';

export const nameIsValueExplained: RuleExplanation = {
  explanation: {
    zh: '三级指标名称本身是一个指标值(满意、提升、≥90%),或者与实施周期指标值、年度指标值都相同,看不出考核的是什么。',
    en: 'The name is a value (满意, 提升, ≥90%), or the same as the values for the period and the year: it does not say what is measured.',
  },
  reason: {
    zh: '名称说明考核什么,指标值说明达到多少;两处写成一样,就没有考核内容。',
    en: 'The name says what is measured, the value how much is due; where both are the same nothing is measured.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、3-满意度指标; 31-服务对象满意度; 满意; 年度指标值:满意。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、3-满意度指标; 31-服务对象满意度; 听众满意度; 年度指标值:≥90%。
`,
  },
};

export const nameIsValue: BlockRule = {
  id: 'name-is-value',
  scope: 'block',
  severity: 'warning',
  review: 'relevant',
  title: { zh: '三级指标名称写成了指标值', en: 'A name that is a value' },
  messages: {
    name: {
      zh: '名称"{name}"是指标值,写出考核的是什么,如"服务对象满意度"',
      en: 'The name “{name}” is a value; say what is measured, such as 服务对象满意度',
    },
    same: {
      zh: '名称与指标值相同,都是"{name}",名称写出考核的是什么,指标值写出达到多少',
      en: 'Name and value are both “{name}”; let the name say what is measured and the value how much is due',
    },
    value: { zh: '与名称相同的指标值', en: 'the value that is the same' },
  },

  checkIndicator(indicator, _text, { vocabulary: { judging } }, report) {
    const { node, number } = indicator;
    if (!node.name || !isValueAsName(indicator, judging)) return;
    const name = indicator.named.squeezed;
    const same = indicator.values.filter(({ said }) => said.squeezed === name);
    report({
      span: node.name,
      message: same.length > 0 && !judging.vague.has(name) ? 'same' : 'name',
      args: { name: indicator.name },
      indicator: number ?? null,
      related: () => same.map(({ node: value }) => ({ span: value.text, message: 'value' })),
    });
  },
};

import { Decimal } from '../table/decimal.ts';
import { unitOf } from '../table/wording.ts';
import { judgedValue } from './judged.ts';
import { isSatisfaction } from './levels.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const satisfactionTargetExplained: RuleExplanation = {
  explanation: {
    zh: '满意度指标的目标低于表样规定的下限(80%)。只看名称以满意度、满意率结尾的百分比;不满意率、投诉率、评分和提高几个百分点的不提示。',
    en: "A target of satisfaction is below the profile's floor (80%). Only percentages of names that end in 满意度 or 满意率 are judged: no 不满意率 or 投诉率, no scores, no points gained.",
  },
  reason: {
    zh: '目标定得太低,不调查也能完成,反映不出服务对象是否认可。',
    en: 'Such a target is met without asking anybody and tells nothing of those who are served.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、3-满意度指标; 31-服务对象满意度; 听众满意度; 年度指标值:≥60%。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、3-满意度指标; 31-服务对象满意度; 听众满意度; 年度指标值:≥90%。
`,
  },
};

export const satisfactionTarget: BlockRule = {
  id: 'satisfaction-target',
  scope: 'block',
  severity: 'hint',
  review: 'reasonable',
  title: { zh: '满意度目标偏低', en: 'A low target of satisfaction' },
  messages: {
    low: {
      zh: '满意度目标"{value}"低于 {floor}%,说明理由或提高目标',
      en: 'The target of satisfaction “{value}” is below {floor}%; raise it or say why',
    },
  },

  checkIndicator(indicator, _text, { vocabulary: { judging } }, report) {
    const floor = new Decimal(Math.round(judging.satisfactionFloor * 100), 2);
    if (!isSatisfaction(indicator)) return;
    const judged = judgedValue(indicator);
    if (judged?.reading.kind !== 'quantity') return;
    const { value, text, reading } = judged;
    const { operator, number } = reading;
    if (operator === '≤' || operator === '<' || number.compare(floor) >= 0) return;
    if (unitOf(indicator.named, reading) !== '%' || judging.growing.in(text)) return;
    const name = indicator.named.plain;
    if (!judging.satisfactionEndings.endOf(name) || judging.notSatisfaction.in(name)) return;
    report({
      span: value.node.text,
      message: 'low',
      args: { value: text, floor: floor.toString() },
      indicator: indicator.number ?? null,
    });
  },
};

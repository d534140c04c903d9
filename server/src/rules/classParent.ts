import { meaningOf } from '../table/row.ts';
import { classText } from './classText.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';
import { isAtOdds, SETTLING_MAY_ADD } from './settledClass.ts';

export const classParentExplained: RuleExplanation = {
  explanation: {
    zh: '二级指标代码的第一位就是它所属的一级指标。',
    en: 'The first digit of a level-2 code is its level 1.',
  },
  reason: {
    zh: '写错一级指标,按一级指标统计时会算到别处,必填的类别会显得缺失。',
    en: 'Under the wrong level 1 the indicator is counted elsewhere, and a demanded class seems to be missing.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、2-效益指标; 31-服务对象满意度; 听众满意度; 年度指标值:≥90%。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、3-满意度指标; 31-服务对象满意度; 听众满意度; 年度指标值:≥90%。
`,
  },
};

export const classParent: BlockRule = {
  id: 'class-parent',
  scope: 'block',
  severity: 'error',
  review: 'form',
  title: { zh: '二级指标不属于所写的一级指标', en: 'Level 2 under the wrong level 1' },
  messages: {
    parent: { zh: '{class2} 属于 {right},不属于 {class1}', en: '{class2} belongs to {right}, not to {class1}' },
    level2: { zh: '这里写的二级指标', en: 'the level-2 class written here' },
    replace: { zh: '改为 {class}', en: 'Change to {class}' },
  },
  fixesMayAdd: SETTLING_MAY_ADD,

  checkIndicator(indicator, _text, _context, report) {
    const { class1, class2, number } = indicator;
    const one = meaningOf(class1);
    const two = meaningOf(class2);
    if (!class1 || !class2 || !one || !two || one.code === two.parent.code) return;
    // Where a class disagrees with itself, that is the finding.
    if (isAtOdds(class1) || isAtOdds(class2)) return;
    const right = classText(two.parent);
    report({
      span: class1.node,
      message: 'parent',
      args: { class1: classText(one), class2: classText(two), right },
      indicator: number ?? null,
      related: () => [{ span: class2.node, message: 'level2' }],
      data: right,
    });
  },

  fixes(finding) {
    const right = finding.data as string;
    return [
      {
        message: 'replace',
        args: { class: right },
        edits: [{ ...finding.span, text: right }],
        preferred: true,
        sure: true,
      },
    ];
  },
};

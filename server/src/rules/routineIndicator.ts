import { classText } from './classText.ts';
import { routineIn } from './routines.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';
import { settledClass } from './settledClass.ts';

export const routineIndicatorExplained: RuleExplanation = {
  explanation: {
    zh: '效益指标里写的是采购程序规范、资金使用率、预算完成率、资金拨付及时一类的管理要求。写在产出里的不提示,收入预算、税收的完成率也不提示。',
    en: 'A benefit that is a management requirement: orderly procurement, money spent, budget carried out, payments made in time. Silent in other classes, and where revenue or taxes are meant.',
  },
  reason: {
    zh: '花钱合规、及时是本分,不是项目带来的变化;绩效指标不设常规性的管理要求,效益要写给谁带来了什么。',
    en: 'Spending money properly is no effect of the project. Benefits say what changed for whom; routines are not to be set as indicators.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、2-效益指标; 22-社会效益; 采购程序规范性; 年度指标值:100%。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、2-效益指标; 22-社会效益; 听讲人次; 年度指标值:≥2000人次。
`,
  },
};

export const routineIndicator: BlockRule = {
  id: 'routine-indicator',
  scope: 'block',
  severity: 'hint',
  review: 'relevant',
  title: { zh: '把常规性管理要求当作效益', en: 'A management routine given as a benefit' },
  messages: {
    routine: {
      zh: '"{name}"是常规性管理要求,不是 {class} 的内容;换成项目带来的变化,或者删去',
      en: '“{name}” is a management routine, not what {class} is about: say what the project changes, or leave it out',
    },
  },

  checkIndicator(indicator, _text, { vocabulary }, report) {
    const own = settledClass(indicator, vocabulary);
    const { name, named, node, number } = indicator;
    if (!own || !node.name || routineIn(named, own, vocabulary) === undefined) return;
    report({
      span: node.name,
      message: 'routine',
      args: { name, class: classText(own) },
      indicator: number ?? null,
    });
  },
};

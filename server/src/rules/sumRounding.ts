import type { RuleExplanation, SumRule } from './rule.ts';
import { reportSum, SUM_RULE, setToSum, sumMessages } from './sums.ts';

export const sumRoundingExplained: RuleExplanation = {
  explanation: {
    zh: '差额不超过 0.005 ×(加数个数 + 1),可能是由元换算成万元时四舍五入所致。不一定要改,但公开前最好核对一次。',
    en: 'The difference is within 0.005 × (number of addends + 1), as rounding from 元 to 万元 makes it. It need not be changed, but is worth a look before publication.',
  },
  reason: {
    zh: '尾差通常是元换算成万元时四舍五入造成的,公开前看一眼,免得读者以为算错。',
    en: 'Such a difference usually comes from converting 元 to 万元; a look before publication spares readers the doubt.',
  },
  examples: {
    wrong: `
资金使用单位: 示范市科学馆
总计: 55.01

项目名称: 科普活动经费
总计: 30.00

项目名称: 设备运行维护经费
总计: 25.00
`,
    right: `
资金使用单位: 示范市科学馆
总计: 55.00

项目名称: 科普活动经费
总计: 30.00

项目名称: 设备运行维护经费
总计: 25.00
`,
  },
};

export const sumRounding: SumRule = {
  ...SUM_RULE,
  id: 'sum-rounding',
  severity: 'info',
  title: { zh: '上级金额与下级之和有尾差', en: 'A sum differs by rounding' },
  messages: {
    unit: {
      zh: '{column} {stated} 与本单位 {count} 个项目之和 {sum} 相差 {difference},可能是四舍五入所致',
      en: '{column} is {stated}, the projects of this unit ({count}) add up to {sum}; the difference of {difference} may come from rounding',
    },
    total: {
      zh: '合计的{column} {stated} 与各单位之和 {sum} 相差 {difference},可能是四舍五入所致',
      en: "合计's {column} is {stated}, the units add up to {sum}; the difference of {difference} may come from rounding",
    },
    projects: {
      zh: '合计的{column} {stated} 与各项目之和 {sum} 相差 {difference},可能是四舍五入所致',
      en: "合计's {column} is {stated}, the projects add up to {sum}; the difference of {difference} may come from rounding",
    },
    ...sumMessages,
  },

  check(sum, { vocabulary }, report) {
    if (sum.comparison === 'rounding') report(reportSum(sum, vocabulary));
  },

  fixes: (finding) => [setToSum(finding)],
};

import { lineAbove } from './edits.ts';
import type { RuleExplanation, SumRule } from './rule.ts';
import { reportSum, SUM_RULE, setToSum, sumMessages } from './sums.ts';

interface Data {
  /** The stated sum is more than the computed one. */
  readonly above: boolean;
}

/** Stands in the document, which is Chinese whatever the language of the interface. */
const NOTE = '有项目未列出';

export const sumMismatchExplained: RuleExplanation = {
  explanation: {
    zh: '资金使用单位的每一列等于其下各项目之和,合计的每一列等于各单位之和。写出的数比算出的大时只作疑点:公开版本略去一些项目是常有的事。没有写出的列、没有列出项目的单位不检查。',
    en: 'Each column of a unit is the sum of its projects, each column of 合计 the sum of the units. Where the stated sum is above, it is a warning only: projects left out of the public version are normal. Columns that are not stated, and units that list no project, are not checked.',
  },
  reason: {
    zh: '勾稽关系不成立,是审核退回最常见的原因。',
    en: 'Sums that do not hold are the most common reason for sending a table back.',
  },
  examples: {
    wrong: `
资金使用单位: 示范市科学馆
总计: 50.00

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

export const sumMismatch: SumRule = {
  ...SUM_RULE,
  id: 'sum-mismatch',
  severity: 'error',
  title: { zh: '上级金额与下级之和不符', en: 'A sum does not add up' },
  messages: {
    unit: {
      zh: '{column} {stated} 与本单位 {count} 个项目之和 {sum} 不符,相差 {difference}',
      en: '{column} is {stated}, but the projects of this unit ({count}) add up to {sum}; the difference is {difference}',
    },
    total: {
      zh: '合计的{column} {stated} 与各单位之和 {sum} 不符,相差 {difference}',
      en: "合计's {column} is {stated}, but the units add up to {sum}; the difference is {difference}",
    },
    projects: {
      zh: '合计的{column} {stated} 与各项目之和 {sum} 不符,相差 {difference}',
      en: "合计's {column} is {stated}, but the projects add up to {sum}; the difference is {difference}",
    },
    ...sumMessages,
    notListed: {
      zh: '注明有项目未列出(不检查这一行)',
      en: 'Note that some items are not listed (do not check this line)',
    },
  },

  check(sum, { vocabulary }, report) {
    if (sum.comparison !== 'mismatch') return;
    const above = sum.stated.compare(sum.computed) > 0;
    report({
      ...reportSum(sum, vocabulary),
      ...(above && { severity: 'warning' as const }),
      data: { above } satisfies Data,
    });
  },

  fixes(finding, _row, text) {
    // Where the stated sum is below, items that are not listed would only make it worse.
    if (!(finding.data as Data).above) return [{ ...setToSum(finding), sure: 'asked' }];
    const note = `// jxmb-disable-next-line ${sumMismatch.id}: ${NOTE}`;
    return [setToSum(finding), { message: 'notListed', edits: [lineAbove(text, finding.span.start, note)] }];
  },
};

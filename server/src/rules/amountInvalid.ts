import { squeeze } from '../syntax/characters.ts';
import type { Decimal } from '../table/decimal.ts';
import { decimalsOf } from '../table/moneyUnit.ts';
import { RULES_ON_TOTALS } from './amountRules.ts';
import { amountsOf } from './placement.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

/** What people write where there is no amount, squeezed. */
const NOTHING: ReadonlySet<string> = new Set(['-', '--', '/', '无', '*']);

export const amountInvalidExplained: RuleExplanation = {
  explanation: {
    zh: '金额是不带符号的十进制数,可以三位一撇分节,小数位数以金额单位能精确到分为限。',
    en: 'An amount is a decimal without sign, grouped by three or not at all, with no more decimals than leave whole 分 (0.01 元).',
  },
  reason: {
    zh: '读不出的金额不参加任何合计,审核和汇总都会漏掉这笔钱。',
    en: 'An amount that cannot be read takes part in no sum: review and compilation would miss the money.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
总计: 12,00
财政拨款: 一百
`,
    right: `
项目名称: 科普活动经费
总计: 12.00
财政拨款: 12.00
`,
  },
};

export const amountInvalid: BlockRule = {
  id: 'amount-invalid',
  scope: 'block',
  severity: 'error',
  review: 'form',
  title: { zh: '金额无法读取', en: 'Not an amount' },
  messages: {
    'not-a-number': { zh: '"{text}"不是金额', en: '“{text}” is not an amount' },
    negative: { zh: '金额不能是负数', en: 'An amount cannot be negative' },
    'too-precise': {
      zh: '小数位数过多:金额单位为{unit}时最多 {decimals} 位',
      en: 'Too many decimals: at most {decimals} where amounts are in {unit}',
    },
    grouping: { zh: '分节有误:逗号应当三位一节', en: 'Wrong grouping: commas part groups of three digits' },
    'money-unit': {
      zh: '这里的单位与本表金额单位({unit})不同',
      en: "This is not the table's unit of money ({unit})",
    },
    clear: { zh: '没有金额就空着', en: 'Leave it empty' },
    replace: { zh: '改为 {amount}', en: 'Change to {amount}' },
  },
  fixesMayAdd: ['amount-missing', 'total-mismatch', ...RULES_ON_TOTALS],

  check(row, text, { moneyUnit }, report) {
    for (const { node, reading } of amountsOf(row)) {
      if (!reading.problem) continue;
      report({
        span: node.text,
        message: reading.problem,
        args: {
          text: text.slice(node.text.start, node.text.end),
          unit: moneyUnit.name,
          decimals: String(decimalsOf(moneyUnit)),
        },
        data: reading.meant,
      });
    }
  },

  fixes(finding, _row, text) {
    if (NOTHING.has(squeeze(text.slice(finding.span.start, finding.span.end)))) {
      return [{ message: 'clear', edits: [{ ...finding.span, text: '' }], preferred: true }];
    }
    const meant = finding.data as Decimal | undefined;
    if (!meant) return [];
    const amount = meant.toAmount();
    const edits = [{ ...finding.span, text: amount }];
    return [{ message: 'replace', args: { amount }, edits, preferred: true, sure: true }];
  },
};

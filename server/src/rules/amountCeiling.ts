import { squeeze } from '../syntax/characters.ts';
import { compareSum } from '../table/comparison.ts';
import { columnName, type Indicator, type Row } from '../table/row.ts';
import { moneyIn } from '../table/value.ts';
import { indicatorsOf } from './placement.ts';
import { annualValue, isSpending, type SettledTotal, settledTotal, withUnitOf } from './projectMoney.ts';
import type { BlockRule, RuleContext, RuleExplanation } from './rule.ts';

export const amountCeilingExplained: RuleExplanation = {
  explanation: {
    zh: '成本、金额、支付类指标的年度控制上限(≤、不超过、以内)高于本项目的总计。只看年度指标值;单价(万元/家)、效益、税收不是本项目的支出上限,不检查。总计与资金来源之和不符时先改总计。名称里有"第几批"或"配套"的项目只作提示。',
    en: "The annual ceiling (≤) of a cost, amount or payment is above the project's own total. Only the annual value counts; unit prices, benefits and taxes are no ceilings of the project. Where the total is not the sum of its sources, that comes first. Projects that are an instalment or a co-payment by their name get a hint only.",
  },
  reason: {
    zh: '上限高于批复的金额,起不到控制作用,也说明指标是照旧抄来的。',
    en: 'A ceiling above the money granted controls nothing, and shows that the indicator was copied.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
总计: 30.00
绩效指标:
  1、4-成本指标; 41-经济成本指标; 活动总成本; 年度指标值:≤35万元。
`,
    right: `
项目名称: 科普活动经费
总计: 30.00
绩效指标:
  1、4-成本指标; 41-经济成本指标; 活动总成本; 年度指标值:≤30万元。
`,
  },
};

export const amountCeiling: BlockRule = {
  id: 'amount-ceiling',
  scope: 'block',
  severity: 'warning',
  review: 'reasonable',
  compares: true,
  title: { zh: '控制上限高于总计', en: 'A ceiling above the total' },
  messages: {
    above: {
      zh: '控制上限 {ceiling} {unit}高于本项目的{column} {total} {unit},请核对',
      en: "The ceiling of {ceiling} {unit} is above the project's {column} of {total} {unit}",
    },
    part: {
      zh: '控制上限 {ceiling} {unit}高于本项目的{column} {total} {unit};上限如果包括其他批次或其他来源的资金,请注明',
      en: "The ceiling of {ceiling} {unit} is above the project's {column} of {total} {unit}; say so if it covers other instalments or sources",
    },
    total: { zh: '{column} {total}', en: '{column} {total}' },
  },

  check(row, _text, context, report) {
    if (row.kind !== 'project') return;
    let total: SettledTotal | undefined;
    for (const indicator of indicatorsOf(row)) {
      const found = ceilingOf(indicator, context);
      if (!found) continue;
      total ??= settledTotal(row, context.vocabulary);
      if (!total) return;
      const { amount, value } = total;
      // Both may have been rounded to the last digit that is shown.
      if (found.ceiling.compare(value) <= 0 || compareSum(value, found.ceiling, 1) !== 'mismatch') continue;
      const isPart = isPartOfMore(row, context);
      const column = columnName(context.vocabulary, amount.column);
      const args = { column, total: value.toAmount() };
      report({
        span: found.value.node.text,
        message: isPart ? 'part' : 'above',
        ...(isPart && { severity: 'hint' as const }),
        args: { ...args, ceiling: found.ceiling.toAmount(), unit: context.moneyUnit.name },
        indicator: indicator.number ?? null,
        related: () => [{ span: amount.node.text, message: 'total', args }],
      });
    }
  },
};

/** What an indicator says the project may spend at most in the year, in the table's money unit. */
function ceilingOf(indicator: Indicator, { vocabulary, moneyUnit }: RuleContext) {
  const judged = annualValue(indicator);
  if (judged?.reading.kind !== 'quantity') return undefined;
  const { operator } = judged.reading;
  if (operator !== '≤' && operator !== '<') return undefined;
  const ceiling = moneyIn(withUnitOf(indicator, judged.reading), moneyUnit);
  if (!ceiling || !isSpending(indicator, vocabulary.judging)) return undefined;
  return vocabulary.judging.forOne.in(indicator.named.squeezed) ? undefined : { ceiling, value: judged.value };
}

const INSTALMENT = /第[一二三四五六七八九十\d]{1,3}批/;

/** Whether a project is by its name but a part of what its indicators speak of: an instalment, or handed down. */
function isPartOfMore({ name }: Row, { vocabulary: { judging } }: RuleContext): boolean {
  const word = squeeze(name);
  return INSTALMENT.test(word) || (judging.instalments.in(word) ?? judging.handedDownNames.in(word)) !== undefined;
}

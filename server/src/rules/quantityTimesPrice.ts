import { compareSum } from '../table/comparison.ts';
import { Decimal } from '../table/decimal.ts';
import type { MoneyUnit } from '../table/moneyUnit.ts';
import { columnName, type Indicator } from '../table/row.ts';
import { inPlainUnit, moneyIn, type Quantity } from '../table/value.ts';
import { unitOf } from '../table/wording.ts';
import { judgedValue } from './judged.ts';
import { isOutput } from './levels.ts';
import { indicatorsOf } from './placement.ts';
import { annualValue, isOfProject, isSpending, settledTotal, withUnitOf } from './projectMoney.ts';
import type { BlockRule, RuleContext, RuleExplanation } from './rule.ts';

/** Code of the level-2 class of quantities. */
const QUANTITY = '11';

/** An indicator that says what one of something costs. */
interface Price {
  readonly indicator: Indicator;
  readonly quantity: Quantity;
  /** For one, in the table's money unit. */
  readonly amount: Decimal;
  /** By how much that may have been rounded. */
  readonly rounding: Decimal;
  /** What it is for one of: 家, 人. */
  readonly counted: string;
}

/** An indicator that says how many of something there are. */
interface Count {
  readonly indicator: Indicator;
  readonly quantity: Quantity;
  readonly number: Decimal;
}

export const quantityTimesPriceExplained: RuleExplanation = {
  explanation: {
    zh: '项目只有一个单价(如 万元/家、元/人)、只有一个同单位的数量时,两者相乘应当等于总计。任何一个数量乘单价等于总计时不提;有几个单价、几个数量,有别的支出指标,乘积低于总计而项目还有别的数量指标,或者写的是 ≥、≤ 而不是确定的数,不检查。',
    en: 'Where a project has one unit price (万元/家, 元/人) and one quantity in that unit, they should make the total. Silent where any quantity times the price is the total, and where there are several prices or quantities, other costs, other outputs that the rest of the total may be for, or bounds (≥, ≤) instead of figures.',
  },
  reason: {
    zh: '数量、标准、金额是同一笔账,对不上说明其中一个改了另外的没有改。',
    en: 'Quantity, standard and amount are one calculation; where they disagree, one was changed and the others were not.',
  },
  examples: {
    wrong: `
项目名称: 新升规企业奖励资金
总计: 700.00
绩效指标:
  1、1-产出指标; 11-数量指标; 奖励企业数量; 年度指标值:72家。
  2、4-成本指标; 41-经济成本指标; 奖励标准; 年度指标值:10万元/家。
`,
    right: `
项目名称: 新升规企业奖励资金
总计: 720.00
绩效指标:
  1、1-产出指标; 11-数量指标; 奖励企业数量; 年度指标值:72家。
  2、4-成本指标; 41-经济成本指标; 奖励标准; 年度指标值:10万元/家。
`,
  },
};

export const quantityTimesPrice: BlockRule = {
  id: 'quantity-times-price',
  scope: 'block',
  severity: 'info',
  review: 'reasonable',
  compares: true,
  title: { zh: '数量乘单价与总计不符', en: 'Quantity times price is not the total' },
  messages: {
    differs: {
      zh: '{number}{counted} × {price} = {product} {unit},与{column} {total} {unit}不符,请核对',
      en: '{number}{counted} × {price} = {product} {unit}, but {column} is {total} {unit}',
    },
    count: { zh: '数量 {number}{counted}', en: 'quantity {number}{counted}' },
    total: { zh: '{column} {total}', en: '{column} {total}' },
  },

  check(row, _text, context, report) {
    if (row.kind !== 'project') return;
    const indicators = indicatorsOf(row);
    const price = onlyPrice(indicators, context);
    if (!price || !isExact(price)) return;
    const counts = countsOf(indicators, price.counted);
    const total = counts.length > 0 ? settledTotal(row, context.vocabulary) : undefined;
    if (!total || counts.some((count) => makes(total.value, count, price))) return;
    const [count, another] = counts.filter(({ indicator }) => isOutput(indicator));
    if (!count || another || !isExact(count)) return;
    const product = count.number.times(price.amount);
    // What is left of the total may be for other things that the project does.
    if (product.compare(total.value) < 0 && hasOtherOutputs(indicators, count, price)) return;
    if (hasOtherCosts(indicators, price, total.value, context)) return;

    const value = annualValue(price.indicator)?.value;
    const countValue = annualValue(count.indicator)?.value;
    if (!value || !countValue) return;
    const column = columnName(context.vocabulary, total.amount.column);
    const args = {
      number: count.number.toString(),
      counted: price.counted,
      price: `${price.quantity.number}${price.quantity.unit}`,
      product: product.toAmount(),
      unit: context.moneyUnit.name,
      column,
      total: total.value.toAmount(),
    };
    report({
      span: value.node.text,
      message: 'differs',
      args,
      indicator: price.indicator.number ?? null,
      related: () => [
        { span: countValue.node.text, message: 'count', args },
        { span: total.amount.node.text, message: 'total', args },
      ],
    });
  },
};

/** The one price that the project pays; undefined where there are several. */
function onlyPrice(indicators: readonly Indicator[], context: RuleContext): Price | undefined {
  let only: Price | undefined;
  for (const indicator of indicators) {
    const price = priceOf(indicator, context);
    if (price && only) return undefined;
    only ??= price;
  }
  return only;
}

function priceOf(indicator: Indicator, { vocabulary, moneyUnit }: RuleContext): Price | undefined {
  const judged = judgedValue(indicator);
  if (judged?.reading.kind !== 'quantity') return undefined;
  const { text, reading } = judged;
  // About so much, or so much and something else, is no price.
  if (!text.endsWith(reading.unit)) return undefined;
  if (!unitOf(indicator.named, reading).includes('/')) return undefined;
  const quantity = withUnitOf(indicator, reading);
  const [money = '', counted = '', ...more] = quantity.unit.split('/');
  if (counted === '' || more.length > 0) return undefined;
  const amount = moneyIn({ ...quantity, unit: money }, moneyUnit);
  if (!amount || !isOfProject(indicator, vocabulary.judging)) return undefined;
  return { indicator, quantity, amount, rounding: roundingOf(quantity, money, moneyUnit), counted };
}

/** A mean of 1.67 may be anything from 1.665 to 1.675; a whole number is meant as it stands. */
function roundingOf(quantity: Quantity, unit: string, moneyUnit: MoneyUnit): Decimal {
  const { precision } = quantity.number;
  const half = new Decimal(5, precision + 1);
  return (precision > 0 ? moneyIn({ ...quantity, number: half, unit }, moneyUnit) : undefined) ?? Decimal.zero;
}

/** All that is counted in a unit, outputs or not. */
function countsOf(indicators: readonly Indicator[], unit: string): Count[] {
  return indicators.flatMap((indicator) => {
    const reading = judgedValue(indicator)?.reading;
    if (reading?.kind !== 'quantity') return [];
    const quantity = withUnitOf(indicator, reading);
    const plain = inPlainUnit(quantity);
    return plain.unit === unit ? [{ indicator, quantity, number: plain.number }] : [];
  });
}

/** Whether it is a figure for the year, and no bound. */
function isExact({ indicator, quantity }: Price | Count): boolean {
  return quantity.operator === '=' && annualValue(indicator) !== undefined;
}

/** Whether a quantity times the price is the total, give or take what both may have been rounded by. */
function makes(total: Decimal, { number }: Count, { amount, rounding }: Price): boolean {
  const product = number.times(amount);
  if (compareSum(total, product, 1) !== 'mismatch') return true;
  return total.minus(product).abs().compare(rounding.times(number)) <= 0;
}

/** Whether something else is counted among the outputs than what the price is for. */
function hasOtherOutputs(indicators: readonly Indicator[], count: Count, price: Price): boolean {
  return indicators.some(
    (indicator) =>
      indicator !== count.indicator &&
      indicator !== price.indicator &&
      indicator.level2?.code === QUANTITY &&
      judgedValue(indicator)?.reading.kind === 'quantity',
  );
}

/** Whether other indicators speak of money that the project spends besides. */
function hasOtherCosts(
  indicators: readonly Indicator[],
  price: Price,
  total: Decimal,
  { vocabulary, moneyUnit }: RuleContext,
): boolean {
  return indicators.some((indicator) => {
    const reading = judgedValue(indicator)?.reading;
    if (indicator === price.indicator || reading?.kind !== 'quantity') return false;
    const money = moneyIn(withUnitOf(indicator, reading), moneyUnit);
    if (money === undefined || money.compare(total) >= 0) return false;
    return (
      vocabulary.judging.costClasses.has(indicator.level2?.code ?? '') || isSpending(indicator, vocabulary.judging)
    );
  });
}

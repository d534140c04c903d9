import type { Bilingual } from '../../profile/profile.ts';
import { annualValue, isSpending, settledTotal } from '../../rules/projectMoney.ts';
import type { Language, RuleContext } from '../../rules/rule.ts';
import { squeeze } from '../../syntax/characters.ts';
import { columnName, type Indicator, type IndicatorValue, type Row } from '../../table/row.ts';
import { inPlainUnit, moneyIn, type Operator, type Quantity } from '../../table/value.ts';
import { unitOf } from '../../table/wording.ts';
import { percent } from '../sums.ts';
import { beside, bold, escapeMarkdown, list, paragraphs, say } from './markdown.ts';
import { inOtherUnits, money } from './money.ts';
import { comparePeriod } from './periods.ts';
import { quantityText, unitText } from './quantityText.ts';

const MESSAGES = {
  noUnit: { zh: '没有计量单位', en: 'No unit' },
  unitInName: { zh: '计量单位写在名称里: {unit}', en: 'Its unit stands in the name: {unit}' },
  words: {
    zh: '定性指标值: 写的是文字,没有可以比较的数。',
    en: 'A qualitative value: words, without a number that could be compared.',
  },
  numbers: {
    zh: '按文字读: 有几个数、范围或日期,不是一个可以比较的数。',
    en: 'Read as words: it has several numbers, a range or a date, not one number that could be compared.',
  },
  everyLabel: {
    zh: '没有写明是哪一个指标值,各指标值都取它。',
    en: 'No value label is written: it is the value of each.',
  },
  ofTotal: { zh: '占本项目{column} {total}的 {share}', en: "{share} of the project's {column} of {total}" },
} satisfies Record<string, Bilingual>;

const OPERATORS: Readonly<Record<Operator, Bilingual>> = {
  '≥': { zh: '大于等于(不低于)', en: 'at least' },
  '≤': { zh: '小于等于(不超过)', en: 'at most' },
  '=': { zh: '等于', en: 'exactly' },
  '>': { zh: '大于(高于)', en: 'more than' },
  '<': { zh: '小于(低于)', en: 'less than' },
};

/** How a value is read, what that is in other units, and how it stands to the project's total and the other value. */
export function describeValue(
  value: IndicatorValue,
  indicator: Indicator,
  row: Row,
  context: RuleContext,
  language: Language,
): string {
  const { reading } = value.said;
  const notes = [
    comparePeriod(value, indicator, context, language),
    !value.label && say(MESSAGES.everyLabel, language),
  ];
  if (reading.kind === 'qualitative') {
    return paragraphs(say(reading.hasNumber ? MESSAGES.numbers : MESSAGES.words, language), list(notes));
  }
  const quantity = { ...reading, unit: unitOf(indicator.named, reading) };
  const isInName = quantity.unit !== reading.unit;
  const unit = { unit: escapeMarkdown(quantity.unit) };
  const others = otherUnits(quantity, context)
    .map((other) => ` ${escapeMarkdown(`= ${other}`)}`)
    .join('');
  return paragraphs(
    beside(bold(quantityText(quantity)) + others, say(OPERATORS[quantity.operator], language)),
    list([
      quantity.unit === '' && say(MESSAGES.noUnit, language),
      isInName && say(MESSAGES.unitInName, language, unit),
      ofTotal(value, quantity, indicator, row, context, language),
      ...notes,
    ]),
  );
}

/** What a quantity is in the table's money unit and in 元, or without the 万 in its unit. */
function otherUnits(quantity: Quantity, { moneyUnit }: RuleContext): string[] {
  const amount = moneyIn(quantity, moneyUnit);
  if (amount) return inOtherUnits(amount, moneyUnit, quantity.unit);
  const { number, unit } = inPlainUnit(quantity);
  return unit === quantity.unit || unit === '' ? [] : [`${number.toString()}${unitText(unit)}`];
}

/** What share of the project's total the money is that it speaks of; only the annual value is of the same year. */
function ofTotal(
  value: IndicatorValue,
  quantity: Quantity,
  indicator: Indicator,
  row: Row,
  { vocabulary, moneyUnit }: RuleContext,
  language: Language,
): string | undefined {
  const amount = moneyIn(quantity, moneyUnit);
  const { judging } = vocabulary;
  if (!amount || annualValue(indicator)?.value !== value || !isSpending(indicator, judging)) return undefined;
  const total = judging.forOne.in(squeeze(indicator.name)) ? undefined : settledTotal(row, vocabulary);
  const share = total && amount.shareOf(total.value);
  if (!total || share === undefined) return undefined;
  return say(MESSAGES.ofTotal, language, {
    column: escapeMarkdown(columnName(vocabulary, total.amount.column)),
    total: money(total.value, moneyUnit),
    share: percent(share),
  });
}

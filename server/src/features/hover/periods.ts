import type { Bilingual } from '../../profile/profile.ts';
import type { Language, RuleContext } from '../../rules/rule.ts';
import type { Indicator, IndicatorValue } from '../../table/row.ts';
import { inPlainUnit, isRate, moneyIn, type Quantity } from '../../table/value.ts';
import { unitOf } from '../../table/wording.ts';
import { percent } from '../sums.ts';
import { escapeMarkdown, say } from './markdown.ts';
import { money } from './money.ts';
import { unitText } from './quantityText.ts';

const MESSAGES = {
  same: { zh: '与{label}相同', en: 'The same as {label}' },
  other: { zh: '{label}: {value}', en: '{label}: {value}' },
  more: { zh: '{label} {value},年度比实施周期多 {by}', en: '{label} {value}; the year is {by} above the period' },
  less: { zh: '{label} {value},年度比实施周期少 {by}', en: '{label} {value}; the year is {by} below the period' },
  moreShare: {
    zh: '{label} {value},年度是实施周期的 {share},多 {by}',
    en: '{label} {value}; the year is {share} of the period, {by} above it',
  },
  lessShare: {
    zh: '{label} {value},年度是实施周期的 {share},少 {by}',
    en: '{label} {value}; the year is {share} of the period, {by} below it',
  },
  points: { zh: '{by} 个百分点', en: '{by} percentage points' },
} satisfies Record<string, Bilingual>;

/** How the value for the year stands to that for the whole period, told at either; undefined where there is but one. */
export function comparePeriod(
  value: IndicatorValue,
  indicator: Indicator,
  context: RuleContext,
  language: Language,
): string | undefined {
  const { year, period } = indicator;
  if (!year || !period || year === period || (value !== year && value !== period)) return undefined;
  const other = value === year ? period : year;
  const args = { label: escapeMarkdown(other.label?.name ?? ''), value: escapeMarkdown(other.text) };
  if (year.said.squeezed === period.said.squeezed) return say(MESSAGES.same, language, args);
  const [ofYear, ofPeriod] = [year, period].map((one) => quantityOf(one, indicator));
  if (!ofYear || !ofPeriod || ofYear.plain.unit !== ofPeriod.plain.unit) return say(MESSAGES.other, language, args);
  const difference = ofYear.plain.number.minus(ofPeriod.plain.number);
  if (difference.isZero) {
    const isSame = ofYear.quantity.operator === ofPeriod.quantity.operator;
    return say(isSame ? MESSAGES.same : MESSAGES.other, language, args);
  }
  const by = byText(ofYear.quantity, ofPeriod.quantity, context, language);
  const share = isRate(ofYear.quantity) ? undefined : ofYear.plain.number.shareOf(ofPeriod.plain.number);
  if (share === undefined) return say(difference.isNegative ? MESSAGES.less : MESSAGES.more, language, { ...args, by });
  const message = difference.isNegative ? MESSAGES.lessShare : MESSAGES.moreShare;
  return say(message, language, { ...args, by, share: percent(share) });
}

/** A value as a quantity, as it is and without the 万 in its unit; undefined where it is words. */
function quantityOf({ said: { reading } }: IndicatorValue, { named }: Indicator) {
  if (reading.kind === 'qualitative') return undefined;
  const quantity = { ...reading, unit: unitOf(named, reading) };
  return { quantity, plain: inPlainUnit(quantity) };
}

/** A difference: of money in the table's money unit, of percentages in points, else in the unit without 万. */
function byText(year: Quantity, period: Quantity, { moneyUnit }: RuleContext, language: Language): string {
  const [ofYear, ofPeriod] = [moneyIn(year, moneyUnit), moneyIn(period, moneyUnit)];
  if (ofYear && ofPeriod) return money(ofYear.minus(ofPeriod).abs(), moneyUnit);
  const [{ number, unit }, other] = [inPlainUnit(year), inPlainUnit(period)];
  const by = number.minus(other.number).abs().toString();
  return unit === '%' ? say(MESSAGES.points, language, { by }) : escapeMarkdown(`${by}${unitText(unit)}`);
}

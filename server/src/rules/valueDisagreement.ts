import type { Judging } from '../profile/judging.ts';
import { Decimal } from '../table/decimal.ts';
import type { Indicator, IndicatorValue } from '../table/row.ts';
import { inPlainUnit, isRate, type Operator, type Quantity, type ValueReading } from '../table/value.ts';
import { splitUnit } from '../table/valueUnit.ts';
import { unitOf, type Wording } from '../table/wording.ts';
import { rateName } from './rateName.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';
import { isUnfilled, saysHowMuch } from './wordsOfValue.ts';

const WHOLE = new Decimal(100);
const TIMES = new Set(['年', '个月', '月', '季度', '周', '天', '日', '小时', '分钟', '秒', '工作日', '个工作日']);
const MONEY = /(?:元|英镑)$/;

export const valueDisagreementExplained: RuleExplanation = {
  explanation: {
    zh: '同一条指标的实施周期指标值和年度指标值不可能都对: 一个是时长、件数或金额,另一个是百分比;一个是 0%,另一个是 100% 或"及时"这样的文字;年度的数量超过整个实施周期的数量(建议改)。百分比高低不同、时长不同、只有一个是数、还没填实的都不提示。',
    en: 'The values for the period and the year cannot both be right: one is a time, a count or money and the other a percentage; one is 0% and the other 100% or words such as 及时; the count of the year is above that of the whole period (a warning). Silent for percentages or times that only differ, where only one is a number, and for placeholders.',
  },
  reason: {
    zh: '两个值是同一项工作的总目标和当年目标,对不上说明有一个填错了,多半是模板里留下的。',
    en: 'Both are targets of the same work; where they disagree one of them is wrong, mostly left over from a template.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 实施周期指标值:20场; 年度指标值:30场。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 实施周期指标值:60场; 年度指标值:30场。
`,
  },
};

export const valueDisagreement: BlockRule = {
  id: 'value-disagreement',
  scope: 'block',
  severity: 'info',
  review: 'reasonable',
  compares: true,
  title: { zh: '实施周期与年度指标值对不上', en: 'Values for period and year that cannot both be meant' },
  messages: {
    kinds: {
      zh: '{label}"{value}"与{otherLabel}"{other}"不是一种量,核对哪个填错了',
      en: '{label} “{value}” and {otherLabel} “{other}” do not measure the same; see which is wrong',
    },
    zero: {
      zh: '{label}"{value}"与{otherLabel}"{other}"不可能都对,核对哪个填错了',
      en: '{label} “{value}” and {otherLabel} “{other}” cannot both be right; see which is wrong',
    },
    more: {
      zh: '{label}"{value}"超过{otherLabel}"{other}"',
      en: '{label} “{value}” is above {otherLabel} “{other}”',
    },
    other: { zh: '{label}', en: '{label}' },
  },

  checkIndicator(indicator, _text, { vocabulary: { judging } }, report) {
    const { year, period } = indicator;
    if (!year || !period || year === period || year.said.squeezed === period.said.squeezed) return;
    const found = disagreement(
      { value: year, reading: year.said.reading },
      { value: period, reading: period.said.reading },
      indicator,
      judging,
    );
    if (!found) return;
    const { message, odd } = found;
    const other = odd === year ? period : year;
    const label = odd.label?.name ?? '';
    const otherLabel = other.label?.name ?? '';
    report({
      span: odd.node.text,
      message,
      ...(message === 'more' && { severity: 'warning' as const }),
      args: { label, value: odd.text, otherLabel, other: other.text },
      indicator: indicator.number ?? null,
      related: () => [{ span: other.node.text, message: 'other', args: { label: otherLabel } }],
    });
  },
};

interface Said {
  readonly value: IndicatorValue;
  readonly reading: ValueReading;
}

interface Disagreement {
  readonly message: 'kinds' | 'zero' | 'more';
  /** The value that is more likely wrong. */
  readonly odd: IndicatorValue;
}

function disagreement(year: Said, period: Said, indicator: Indicator, judging: Judging): Disagreement | undefined {
  const { named } = indicator;
  if (year.reading.kind === 'quantity' && period.reading.kind === 'quantity') {
    return betweenNumbers(
      { ...year.reading, value: year.value, unit: unitOf(named, year.reading) },
      { ...period.reading, value: period.value, unit: unitOf(named, period.reading) },
      named,
      judging,
    );
  }
  // Words say that a rate is met that the other value says is nothing.
  const [zero, words] = year.reading.kind === 'quantity' ? [year, period] : [period, year];
  if (zero.reading.kind !== 'quantity' || words.reading.kind === 'quantity' || words.reading.hasNumber)
    return undefined;
  const { unit, number } = zero.reading;
  const { said } = words.value;
  if (unit !== '%' || !number.isZero || !judging.exact.endOf(named.plain)) return undefined;
  if (isUnfilled(said, judging) || saysHowMuch(said, judging) || /^[不未]/.test(said.squeezed)) return undefined;
  return { message: 'zero', odd: zero.value };
}

interface Placed extends Quantity {
  readonly value: IndicatorValue;
}

function betweenNumbers(year: Placed, period: Placed, named: Wording, judging: Judging): Disagreement | undefined {
  const ofYear = kindOf(year, judging);
  const ofPeriod = kindOf(period, judging);
  if (ofYear !== ofPeriod) {
    const isPlain = ofYear === 'none' || ofPeriod === 'none';
    const isOther = ofYear === 'other' || ofPeriod === 'other';
    // A bare number may be that of the other value without its unit, where it is the same, or counts something.
    const differ = isPlain
      ? (ofYear === 'rate' || ofPeriod === 'rate') && !year.number.equals(period.number)
      : !isOther;
    if (!differ) return undefined;
    const isRateName = rateName(named, judging) === 'rate';
    return { message: 'kinds', odd: isRateName && ofYear !== 'rate' ? year.value : period.value };
  }
  if (ofYear === 'rate') {
    if (isWhole(year) && period.number.isZero) return { message: 'zero', odd: period.value };
    if (isWhole(period) && year.number.isZero) return { message: 'zero', odd: year.value };
    return undefined;
  }
  const isMore = ofYear === 'count' && !isUpper(year.operator) && isAbove(year, period);
  return isMore ? { message: 'more', odd: year.value } : undefined;
}

function isAbove(year: Quantity, period: Quantity): boolean {
  const one = inPlainUnit(year);
  const other = inPlainUnit(period);
  return one.unit === other.unit && one.number.compare(other.number) > 0;
}

function isWhole({ number, unit, operator }: Quantity): boolean {
  return unit === '%' && !isUpper(operator) && number.equals(WHOLE);
}

function isUpper(operator: Operator): boolean {
  return operator === '≤' || operator === '<';
}

/** What a number measures; `other` where it may be any. */
function kindOf(quantity: Quantity, { rateUnits }: Judging): 'none' | 'rate' | 'time' | 'money' | 'count' | 'other' {
  const { unit } = quantity;
  if (isRate(quantity)) return 'rate';
  const { plain } = splitUnit(unit);
  if (plain === '') return 'none';
  if (unit.includes('/') || rateUnits.has(unit) || unit === '分') return 'other';
  if (TIMES.has(plain)) return 'time';
  return MONEY.test(plain) ? 'money' : 'count';
}

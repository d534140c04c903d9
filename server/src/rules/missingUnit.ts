import type { Judging } from '../profile/judging.ts';
import { isDigit, squeeze } from '../syntax/characters.ts';
import { isForValue } from '../syntax/vocabulary.ts';
import type { Indicator, IndicatorValue, Row } from '../table/row.ts';
import { isPlainQuantity, isRate, type Quantity, readValue, withoutLeftOver } from '../table/value.ts';
import { judgedValue } from './judged.ts';
import { rateName } from './rateName.ts';
import type { BlockRule, RuleExplanation, TextEdit } from './rule.ts';
import { isValueAsName } from './valueAsName.ts';

const LIKE_A_YEAR = /^(?:19|20)\d\d$/;
const LIKE_A_DATE = /^(?:(?:19|20)\d\d|\d{1,2})\.\d{1,2}$/;
/** A unit that nothing but itself can be read into. */
const UNIT = /^[\p{L}%‰²³㎡]+(?:\/[\p{L}·²³㎡]+)*$/u;
/** How many units are offered. */
const OFFERED = 3;

export const missingUnitExplained: RuleExplanation = {
  explanation: {
    zh: '指标值只是一个数,没有计量单位,名称末尾的括号里也没有。名称以 (家)、(%)、(万元/家) 这样的单位结尾的不提示;指数、系数、排名、年份等本来没有单位的也不提示。一条指标只看年度指标值,没有时看实施周期指标值。',
    en: 'The value is a bare number, and its name does not end in a unit in brackets such as (家), (%) or (万元/家). Silent for what has no unit: indices, coefficients, ranks, years. An indicator is judged by its value for the year, else by the one for the period.',
  },
  reason: {
    zh: '没有计量单位,年底对照完成情况时无法判断是否达标;系统里计量单位是必填项。',
    en: 'Without a unit nobody can tell at the end of the year whether the target was met; the budget system demands one.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座次数; 年度指标值:≥20。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座次数; 年度指标值:≥20次。
`,
  },
};

export const missingUnit: BlockRule = {
  id: 'missing-unit',
  scope: 'block',
  severity: 'warning',
  review: 'relevant',
  title: { zh: '指标值没有计量单位', en: 'A value without unit' },
  messages: {
    missing: {
      zh: '"{value}"没有计量单位,补上单位,或写进名称末尾的括号',
      en: '“{value}” has no unit; add it here, or in brackets at the end of the name',
    },
    add: { zh: '补上 {unit}', en: 'Add {unit}' },
  },
  // The unit may show what the bare number hid, or make two sayings of a value the same.
  fixesMayAdd: [
    'percent-range',
    'satisfaction-target',
    'value-disagreement',
    'rate-value',
    'quantity-times-price',
    'duplicate-value',
  ],

  checkIndicator(indicator, _text, { vocabulary: { judging } }, report) {
    const judged = judgedValue(indicator);
    if (judged?.reading.kind !== 'quantity' || judged.reading.unit !== '') return;
    const { value, text, reading } = judged;
    if (!isPlainQuantity(value.text, reading) || needsNoUnit(indicator, text, judging)) return;
    report({
      span: value.node.text,
      message: 'missing',
      args: { value: text },
      indicator: indicator.number ?? null,
      data: indicator,
    });
  },

  fixes(finding, row, text, { vocabulary: { judging } }) {
    const indicator = finding.data as Indicator;
    const bare = indicator.values.filter((value) => isBare(value));
    return unitsFor(indicator, row, judging).flatMap((unit, i) => {
      const edits = bare.map((value) => insertion(value, indicator, unit, text));
      if (edits.length === 0 || edits.some((edit) => !edit)) return [];
      return [
        {
          message: 'add',
          args: { unit },
          edits: edits as TextEdit[],
          ...(i === 0 && { preferred: true as const }),
        },
      ];
    });
  },
};

function needsNoUnit(indicator: Indicator, text: string, judging: Judging): boolean {
  if (indicator.named.unit !== '') return true;
  const name = indicator.named.plain;
  if (judging.unitless.endOf(name)) return true;
  const bare = withoutLeftOver(text);
  if (LIKE_A_YEAR.test(bare) && !judging.counted.endOf(name)) return true;
  if (LIKE_A_DATE.test(bare) && judging.dated.endOf(name)) return true;
  return isValueAsName(indicator, judging);
}

function isBare({ label, text }: IndicatorValue): boolean {
  return quantityOf(label, text)?.unit === '';
}

/** What a value for the period or the year says, where that is nothing but a number. */
function quantityOf(label: IndicatorValue['label'], text: string): Quantity | undefined {
  if (label && !isForValue(label)) return undefined;
  const reading = readValue(text);
  return reading.kind === 'quantity' && isPlainQuantity(text, reading) ? reading : undefined;
}

/**
 * The units that may be meant, best first: those of the indicator's other values, % for a rate, those of others of the
 * same name, the one that the name's ending leaves no doubt of.
 */
function unitsFor(indicator: Indicator, row: Row, judging: Judging): string[] {
  const name = indicator.named.plain;
  const own = unitsIn(indicator);
  const isRateName = rateName(indicator.named, judging) !== undefined || judging.satisfactionEndings.endOf(name);
  const others = row.indicators.flatMap((other) =>
    other !== indicator && other.named.plain === name ? unitsIn(other) : [],
  );
  const named = judging.nameUnits.flatMap(({ unit, endings }) => (endings.endOf(name) ? [unit] : []));
  const all = [...own, ...others, ...named];
  const units = isRateName ? [...(isFraction(indicator) ? [] : ['%']), ...all.filter(isRateUnit)] : all;
  return [...new Set(units)].filter((unit) => UNIT.test(unit) && reads(unit)).slice(0, OFFERED);
}

function unitsIn({ values }: Indicator): string[] {
  return values.flatMap(({ label, text }) => quantityOf(label, text)?.unit || []);
}

function isRateUnit(unit: string): boolean {
  return isRate({ unit } as Quantity);
}

/** Whether the value is 1 or less: 0.95 may be 95%. */
function isFraction(indicator: Indicator): boolean {
  const reading = judgedValue(indicator)?.reading;
  return reading?.kind === 'quantity' && !reading.number.isZero && Number(reading.number.toString()) <= 1;
}

/** Whether a number with the unit behind it reads as such: 12月 is a date. */
function reads(unit: string): boolean {
  const reading = readValue(`12${unit}`);
  return reading.kind === 'quantity' && reading.unit === unit;
}

/** Puts the unit behind the last digit; undefined where comments stand within the value. */
function insertion({ node }: IndicatorValue, indicator: Indicator, unit: string, text: string): TextEdit | undefined {
  const { start, end } = node.text;
  if (indicator.node.inserts.some((insert) => insert.start < end && insert.end > start)) return undefined;
  let at = end;
  while (at > start && !isDigit(text.charCodeAt(at - 1))) at--;
  if (at === start || squeeze(text.slice(at, end)).includes('\\')) return undefined;
  return { start: at, end: at, text: unit };
}

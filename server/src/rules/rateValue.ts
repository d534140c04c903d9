import type { Judging } from '../profile/judging.ts';
import type { Indicator } from '../table/row.ts';
import { isRate } from '../table/value.ts';
import { splitUnit } from '../table/valueUnit.ts';
import { unitOf } from '../table/wording.ts';
import { type JudgedValue, judgedValue } from './judged.ts';
import { isMeasured } from './measured.ts';
import { rateName } from './rateName.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';
import { isValueAsName } from './valueAsName.ts';
import { isUnfilled, saysHowMuch } from './wordsOfValue.ts';

export const rateValueExplained: RuleExplanation = {
  explanation: {
    zh: '名称以"率"结尾,指标值却是件数、金额或文字。‰、/10万、百分点也算百分比;效率、频率、周转率等不是百分比的"率"不提示;文字说得出多少的(不低于上年、三成)不提示。名称以强度、占比、比重、比例结尾的只作提示。没有写单位的由 missing-unit 提示;数量、成本和满意度指标写成文字的由 vague-value 提示。',
    en: 'The name ends in 率 (rate), but the value is a count, an amount of money or words. ‰, /10万 and 百分点 are percentages too. Silent for 率 that is no rate (效率, 频率, 周转率) and for words that say how much. Names that end in 强度, 占比, 比重 or 比例 only get a hint. A number without unit is for missing-unit; words in classes of quantity, cost and satisfaction are for vague-value.',
  },
  reason: {
    zh: '名称和指标值说的不是一回事,年底算不出完成值。',
    en: 'Name and value do not speak of the same thing, so no result can be computed at the end of the year.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 12-质量指标; 讲座计划完成率; 年度指标值:20场。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 12-质量指标; 讲座计划完成率; 年度指标值:100%。
`,
  },
};

export const rateValue: BlockRule = {
  id: 'rate-value',
  scope: 'block',
  severity: 'warning',
  review: 'relevant',
  title: { zh: '名称是"率",指标值不是百分比', en: 'A rate whose value is no percentage' },
  messages: {
    number: {
      zh: '名称"{name}"是率,指标值"{value}"不是百分比: 改指标值,或改名称',
      en: 'The name “{name}” is that of a rate, but “{value}” is no percentage: change the value or the name',
    },
    words: {
      zh: '名称"{name}"是率,指标值"{value}"是文字: 写出百分比,或改名称',
      en: 'The name “{name}” is that of a rate, but “{value}” is words: give a percentage or change the name',
    },
    mostly: {
      zh: '"{name}"一般用百分比表示,指标值"{value}"不是百分比',
      en: '“{name}” is mostly given as a percentage, but “{value}” is none',
    },
    name: { zh: '指标名称', en: 'the name' },
  },

  checkIndicator(indicator, _text, { vocabulary: { judging } }, report) {
    const judged = judgedValue(indicator);
    if (!judged || !indicator.node.name) return;
    // Most rates are: their names need no look.
    if (judged.reading.kind === 'quantity' && judged.reading.unit === '%') return;
    const kind = rateName(indicator.named, judging);
    if (!kind) return;
    const message = messageFor(indicator, kind, judged, judging);
    if (!message || isValueAsName(indicator, judging)) return;
    const name = indicator.node.name;
    report({
      span: judged.value.node.text,
      message,
      ...(message === 'mostly' && { severity: 'hint' as const }),
      args: { name: indicator.name, value: judged.text },
      indicator: indicator.number ?? null,
      related: () => [{ span: name, message: 'name' }],
    });
  },
};

function messageFor(
  indicator: Indicator,
  kind: 'rate' | 'mostly',
  { value: { said }, reading }: JudgedValue,
  judging: Judging,
): 'number' | 'words' | 'mostly' | undefined {
  if (reading.kind === 'quantity') {
    const unit = unitOf(indicator.named, reading);
    if (unit === '' || isRate({ ...reading, unit }) || judging.rateUnits.has(unit) || !countsOrPays(unit))
      return undefined;
    return kind === 'rate' ? 'number' : 'mostly';
  }
  if (kind === 'mostly' || reading.hasNumber || isMeasured(indicator, judging)) return undefined;
  return isUnfilled(said, judging) || saysHowMuch(said, judging) ? undefined : 'words';
}

/** Units that are given for each of something, or in Latin letters as those of physics, may be those of a rate. */
function countsOrPays(unit: string): boolean {
  return !unit.includes('/') && !/[A-Za-z]/.test(unit) && splitUnit(unit).plain !== '';
}

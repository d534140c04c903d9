import { isDigit } from '../syntax/characters.ts';
import { isForValue } from '../syntax/vocabulary.ts';
import { Decimal } from '../table/decimal.ts';
import type { Indicator, IndicatorValue } from '../table/row.ts';
import { isPlainQuantity, type Quantity, readValue } from '../table/value.ts';
import { unitOf } from '../table/wording.ts';
import { judgedValue } from './judged.ts';
import type { BlockRule, RuleExplanation, TextEdit } from './rule.ts';
import { isValueAsName } from './valueAsName.ts';

const WHOLE = new Decimal(100);

export const percentRangeExplained: RuleExplanation = {
  explanation: {
    zh: '目标高于 100%,名称里又没有增长、完成、保值、超额这类可以超过 100% 的词;或者合格率、及时率、覆盖率这类最多 100% 的率写成 ≥100%,只能等于 100%。上限(≤120%)不提示。',
    en: 'The target is above 100%, and nothing in the name grows or can be surpassed (增长, 完成, 保值, 超额). Or a rate that cannot pass 100%, such as 合格率, 及时率 or 覆盖率, is given as ≥100%, which can only be 100%. Silent for upper limits such as ≤120%.',
  },
  reason: {
    zh: '达不到的目标多半是多写了一个零;≥100% 看上去更高,其实就是 100%。',
    en: 'A target that cannot be reached mostly has a zero too many; ≥100% looks higher than 100% and is the same.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 12-质量指标; 科普设备合格率; 年度指标值:≥100%。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 12-质量指标; 科普设备合格率; 年度指标值:100%。
`,
  },
};

export const percentRange: BlockRule = {
  id: 'percent-range',
  scope: 'block',
  severity: 'hint',
  review: 'reasonable',
  title: { zh: '百分比超出 100%', en: 'A percentage above 100%' },
  messages: {
    above: {
      zh: '"{value}"超过 100%,核对是否多写了数字',
      en: '“{value}” is above 100%; is there a digit too many?',
    },
    exact: {
      zh: '"{value}"最多 100%,写 100% 即可',
      en: '“{value}” can only be 100%; write 100%',
    },
    replace: { zh: '改为 100%', en: 'Change to 100%' },
  },
  fixesMayAdd: ['duplicate-value'],

  checkIndicator(indicator, _text, { vocabulary: { judging } }, report) {
    const judged = judgedValue(indicator);
    if (judged?.reading.kind !== 'quantity') return;
    const { value, text, reading } = judged;
    const { operator } = reading;
    const compared = reading.number.compare(WHOLE);
    if (compared < 0 || operator === '≤' || operator === '<' || (compared === 0 && operator === '=')) return;
    if (unitOf(indicator.named, reading) !== '%') return;
    const name = indicator.named.plain;
    if (judging.growing.in(name) || judging.growing.in(text)) return;
    const isAbove = compared > 0 || operator === '>';
    if (!isAbove && !judging.exact.endOf(name)) return;
    if (isValueAsName(indicator, judging)) return;
    report({
      span: value.node.text,
      message: isAbove ? 'above' : 'exact',
      args: { value: text },
      indicator: indicator.number ?? null,
      data: indicator,
    });
  },

  fixes(finding, _row, text) {
    if (finding.message !== 'exact') return [];
    const indicator = finding.data as Indicator;
    const edits = indicator.values.flatMap((value) => asWritten(value, indicator, text));
    const isMended = edits.some(({ start, end }) => start >= finding.span.start && end <= finding.span.end);
    return isMended ? [{ message: 'replace', edits, preferred: true, sure: true }] : [];
  },
};

/** Takes what compares out of a value that is nothing but at least 100%. */
function asWritten(
  { label, node, text: said }: IndicatorValue,
  { node: { inserts } }: Indicator,
  text: string,
): TextEdit[] {
  if (label && !isForValue(label)) return [];
  const reading = readValue(said);
  if (reading.kind !== 'quantity' || !isAtLeastWhole(reading) || !isPlainQuantity(said, reading)) return [];
  const { start, end } = node.text;
  if (inserts.some((insert) => insert.start < end && insert.end > start)) return [];
  let first = start;
  while (first < end && !isDigit(text.charCodeAt(first))) first++;
  const behind = Math.max(text.lastIndexOf('%', end - 1), text.lastIndexOf('％', end - 1)) + 1;
  // A label such as 标准: before the number stays, and so does a number without sign of percent.
  if (behind <= first || /[:：;；\\]/.test(text.slice(start, first))) return [];
  return [
    { start, end: first, text: '' },
    { start: behind, end, text: '' },
  ].filter((edit) => edit.end > edit.start);
}

function isAtLeastWhole({ operator, number, unit }: Quantity): boolean {
  return operator === '≥' && unit === '%' && number.equals(WHOLE);
}

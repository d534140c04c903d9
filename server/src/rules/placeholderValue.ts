import type { Span } from '../syntax/nodes.ts';
import type { Indicator } from '../table/row.ts';
import { isOfPeriodOrYear } from './judged.ts';
import { isPlaceholder, realText } from './realText.ts';
import { reread, saySame } from './reread.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const placeholderValueExplained: RuleExplanation = {
  explanation: {
    zh: '指标值写的是"控制数""年度计划数""XX"之类,只是占着位置,没有填上真正的值。',
    en: 'A value says 控制数, 年度计划数, XX and the like: it holds the place of one that was never filled in.',
  },
  reason: {
    zh: '占位的字不能评价,审核时按没有填写退回。',
    en: 'Nothing can be evaluated by it; reviewers send it back as not filled in.',
  },
  examples: {
    wrong: `
项目名称: 办公设备购置经费
绩效指标:
  1、1-产出指标; 11-数量指标; 政府采购率; 实施周期指标值:年度计划数; 年度指标值:100%。
`,
    right: `
项目名称: 办公设备购置经费
绩效指标:
  1、1-产出指标; 11-数量指标; 政府采购率; 实施周期指标值:100%; 年度指标值:100%。
`,
  },
};

export const placeholderValue: BlockRule = {
  id: 'placeholder-value',
  scope: 'block',
  severity: 'warning',
  review: 'complete',
  title: { zh: '指标值未填实', en: 'A value that was never filled in' },
  messages: {
    placeholder: { zh: '"{value}"不是指标值,应填上真正的值', en: '“{value}” is no value; fill in the real one' },
    replace: { zh: '改为 {value}', en: 'Change to {value}' },
  },
  // The value that an indicator is judged by may be the one that was not filled in.
  fixesMayAdd: [
    'amount-ceiling',
    'missing-unit',
    'rate-value',
    'percent-range',
    'vague-value',
    'satisfaction-target',
    'name-is-value',
  ],

  checkIndicator(indicator, text, { vocabulary }, report) {
    const unfilled = indicator.values.find(
      (value) => isOfPeriodOrYear(value) && isPlaceholder(text, value, vocabulary.judging),
    );
    if (!unfilled) return;
    report({
      span: unfilled.node.text,
      message: 'placeholder',
      args: { value: unfilled.text },
      indicator: indicator.number ?? null,
    });
  },

  fixes({ span }, row, text, context) {
    const indicator = indicatorWith(row.indicators, span);
    const unfilled = indicator?.values.find(({ node }) => node.text.start === span.start);
    const other = indicator?.values.find(
      (value) => value.label !== unfilled?.label && isOfPeriodOrYear(value) && value.text !== '',
    );
    const value = other && realText(text, other, context.vocabulary.judging);
    if (value === undefined || indicator?.node.inserts.some((insert) => isWithin(insert, span))) return [];
    const edits = [{ ...span, text: value }];
    if (!saySame(row, reread(row, text, edits, context), 'values')) return [];
    return [{ message: 'replace', args: { value }, edits, preferred: true }];
  },
};

function indicatorWith(indicators: readonly Indicator[], span: Span): Indicator | undefined {
  return indicators.find(({ node }) => isWithin(span, node));
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

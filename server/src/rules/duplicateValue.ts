import { removeValues } from './edits.ts';
import { type PlacedValue, type RepeatedValue, repeatedValues } from './repeatedValues.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const duplicateValueExplained: RuleExplanation = {
  explanation: {
    zh: '同一个指标值标签写了不止一次,内容相同,或者只有一次写了内容,留一个就够。',
    en: 'A value label is repeated with the same value, or with none; one is enough.',
  },
  reason: {
    zh: '多余的一份常是复制时留下的,改了一份忘了另一份就成了矛盾。',
    en: 'The second is often left over from copying; once only one of them is changed they contradict.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场; 年度指标值:20场。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场。
`,
  },
};

export const duplicateValue: BlockRule = {
  id: 'duplicate-value',
  scope: 'block',
  severity: 'warning',
  review: 'form',
  compares: true,
  title: { zh: '指标值重复', en: 'A value given twice' },
  messages: {
    repeated: { zh: '{label}写了 {count} 次,内容相同', en: '{label} is given {count} times with the same value' },
    empty: { zh: '{label}写了 {count} 次,这里是空的', en: '{label} is given {count} times, here without a value' },
    kept: { zh: '已写在这里', en: 'given here' },
    keepOne: { zh: '只留一个{label}', en: 'Keep one {label}' },
  },

  checkIndicator(indicator, _text, _context, report) {
    for (const repeated of repeatedValues(indicator)) {
      if (repeated.different.length > 1) continue;
      const { label, values } = repeated;
      const kept = keptOf(repeated);
      const gone = values.filter((value) => value !== kept);
      const [first] = gone;
      if (!first) continue;
      // The span goes on as long as the repetitions stand side by side.
      const last = gone.findLast((value, i) => value.place === first.place + i) ?? first;
      report({
        span: { start: first.node.start, end: last.node.end },
        message: first.text === '' && kept.text !== '' ? 'empty' : 'repeated',
        args: { label, count: String(values.length) },
        indicator: indicator.number ?? null,
        related: () => [{ span: kept.node, message: 'kept' }],
        unnecessary: true,
        data: repeated,
      });
    }
  },

  fixes(finding, _row, text) {
    const repeated = finding.data as RepeatedValue;
    const gone = repeated.values.filter((value) => value !== keptOf(repeated)).map(({ place }) => place);
    const edits = removeValues(text, repeated.indicator.node, new Set(gone));
    return [{ message: 'keepOne', args: { label: repeated.label }, edits, preferred: true, sure: true }];
  },
};

/** The value that stays: the first that is written. */
function keptOf({ values, different }: RepeatedValue): PlacedValue {
  return different[0] ?? (values[0] as PlacedValue);
}

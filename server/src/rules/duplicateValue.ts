import { removeValues } from './edits.ts';
import { type RepeatedValue, repeatedValues } from './repeatedValues.ts';
import type { BlockRule } from './rule.ts';

export const duplicateValue: BlockRule = {
  id: 'duplicate-value',
  scope: 'block',
  severity: 'warning',
  review: 'form',
  title: { zh: '指标值重复', en: 'A value given twice' },
  explanation: {
    zh: '同一个指标值标签写了不止一次,内容相同,留一个就够。',
    en: 'A value label is repeated with the same value; one is enough.',
  },
  messages: {
    repeated: { zh: '{label}写了 {count} 次,内容相同', en: '{label} is given {count} times with the same value' },
    first: { zh: '第一次写在这里', en: 'first given here' },
    keepOne: { zh: '只留一个{label}', en: 'Keep one {label}' },
  },

  check(row, _text, _context, report) {
    for (const repeated of repeatedValues(row)) {
      if (!repeated.same) continue;
      const { indicator, label, values, places } = repeated;
      const [first, second] = values;
      if (!first || !second) continue;
      // The span goes on as long as the repetitions stand side by side.
      const last = values.findLast((_, i) => i > 0 && places[i] === (places[1] as number) + i - 1) ?? second;
      report({
        span: { start: second.node.start, end: last.node.end },
        message: 'repeated',
        args: { label, count: String(values.length) },
        indicator: indicator.number ?? null,
        related: () => [{ span: first.node, message: 'first' }],
        unnecessary: true,
        data: repeated,
      });
    }
  },

  fixes(finding, _row, text) {
    const { indicator, label, places } = finding.data as RepeatedValue;
    const edits = removeValues(text, indicator.node, new Set(places.slice(1)));
    return [{ message: 'keepOne', args: { label }, edits, preferred: true }];
  },
};

import { squeeze } from '../syntax/characters.ts';
import type { Indicator, Row } from '../table/row.ts';
import { lineStart, nextLineStart } from './edits.ts';
import type { BlockRule, TextEdit } from './rule.ts';

export const duplicateIndicator: BlockRule = {
  id: 'duplicate-indicator',
  scope: 'block',
  severity: 'error',
  review: 'form',
  title: { zh: '指标重复', en: 'The same indicator twice' },
  explanation: {
    zh: '一个项目里,同一类别下有两条同名指标。内容相同的删去一条;指标值不同的,要么改名说明差别,要么只留一条。',
    en: 'A project has two indicators with the same class and name. Where the values are the same one of them can go; where they differ, the names should tell them apart.',
  },
  messages: {
    same: { zh: '"{name}"与前面的指标重复', en: '“{name}” repeats an indicator above' },
    differs: {
      zh: '"{name}"与前面的指标同类同名,指标值不同',
      en: '“{name}” has the class and name of an indicator above, but other values',
    },
    first: { zh: '第一次写在这里', en: 'first given here' },
    remove: { zh: '删去重复的指标', en: 'Remove the repeated indicator' },
  },

  check(row, _text, _context, report) {
    const seen = new Map<string, Indicator>();
    for (const indicator of row.indicators) {
      const { node, name, level2, class2 } = indicator;
      if (!node.name) continue;
      const key = `${level2?.code ?? class2?.name ?? ''} ${squeeze(name)}`;
      const first = seen.get(key);
      const firstName = first?.node.name;
      if (!first || !firstName) {
        seen.set(key, indicator);
        continue;
      }
      const same = valuesOf(first) === valuesOf(indicator);
      report({
        span: node.name,
        message: same ? 'same' : 'differs',
        ...(!same && { severity: 'warning' as const }),
        args: { name },
        indicator: indicator.number ?? null,
        related: () => [{ span: firstName, message: 'first' }],
        ...(same && { unnecessary: true as const, data: indicator }),
      });
    }
  },

  fixes(finding, row, text) {
    const indicator = finding.data as Indicator | undefined;
    if (!indicator) return [];
    const edits = [removal(text, indicator), ...renumbered(row, indicator)];
    return [{ message: 'remove', edits, preferred: true }];
  },
};

/** What an indicator's values say, in the order of their labels. */
function valuesOf({ values }: Indicator): string {
  return values
    .map((value) => `${value.node.index} ${squeeze(value.text)}`)
    .sort()
    .join('\n');
}

/** Takes an indicator out, with its lines where it has them to itself. */
function removal(text: string, { node }: Indicator): TextEdit {
  const start = lineStart(text, node.start);
  const end = nextLineStart(text, node.end);
  const alone = text.slice(start, node.start).trim() === '' && text.slice(node.end, end).trim() === '';
  return alone ? { start, end, text: '' } : { start: node.start, end: node.end, text: '' };
}

/** Where the indicators count 1 to n, those behind one that goes move up. */
function renumbered(row: Row, gone: Indicator): TextEdit[] {
  if (row.indicators.some(({ number }, i) => number !== String(i + 1))) return [];
  return row.indicators
    .slice(row.indicators.indexOf(gone) + 1)
    .flatMap(({ node, number }) => (node.number ? [{ ...node.number, text: String(Number(number) - 1) }] : []));
}

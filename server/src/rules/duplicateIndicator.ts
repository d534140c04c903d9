import type { ValueLabel } from '../profile/profile.ts';
import type { Indicator as IndicatorNode, Span } from '../syntax/nodes.ts';
import { isForValue } from '../syntax/vocabulary.ts';
import type { Indicator, Row } from '../table/row.ts';
import { lineStart, nextLineStart, removeAround, removeLines } from './edits.ts';
import { blockBegunBy, labelSlips } from './labelSlips.ts';
import { isNumbered, renumber } from './numbering.ts';
import { indicatorsOf } from './placement.ts';
import type { BlockRule, RuleExplanation, TextEdit } from './rule.ts';

export const duplicateIndicatorExplained: RuleExplanation = {
  explanation: {
    zh: '一个项目里,同一类别下有两条同名指标。内容相同的删去一条;指标值不同的,要么改名说明差别,要么只留一条。',
    en: 'A project has two indicators with the same class and name. Where the values are the same one of them can go; where they differ, the names should tell them apart.',
  },
  reason: {
    zh: '同一指标算两次,分值和完成情况都会重复;系统导入时提示指标名称重复。',
    en: 'Counted twice, its weight and its result are doubled; the budget system refuses repeated names.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场。
  2、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场。
`,
  },
};

export const duplicateIndicator: BlockRule = {
  id: 'duplicate-indicator',
  scope: 'block',
  severity: 'error',
  review: 'form',
  compares: true,
  title: { zh: '指标重复', en: 'The same indicator twice' },
  messages: {
    same: { zh: '"{name}"与前面的指标重复', en: '“{name}” repeats an indicator above' },
    differs: {
      zh: '"{name}"与前面的指标同类同名,指标值不同',
      en: '“{name}” has the class and name of an indicator above, but other values',
    },
    first: { zh: '第一次写在这里', en: 'first given here' },
    remove: { zh: '删去重复的指标', en: 'Remove the repeated indicator' },
  },

  check(row, text, { vocabulary }, report) {
    const indicators = indicatorsOf(row);
    if (!hasTwice(indicators)) return;
    // By key the first indicator; once there is a second, where each saying of the values was first written.
    const seen = new Map<string, Indicator | Map<string, Span>>();
    for (const indicator of indicators) {
      const { node, name, number } = indicator;
      if (!node.name) continue;
      const key = keyOf(indicator);
      const known = seen.get(key);
      if (!known) {
        seen.set(key, indicator);
        continue;
      }
      // Behind a misspelt 项目名称 another project's indicators follow.
      if (labelSlips(row, text, vocabulary).some(blockBegunBy)) return;
      const earlier = known instanceof Map ? known : placesByValues(known, vocabulary.valueLabels);
      seen.set(key, earlier);
      const values = valuesOf(indicator, vocabulary.valueLabels);
      const same = earlier.get(values);
      if (!same) earlier.set(values, node.name);
      const first = same ?? (earlier.values().next().value as Span);
      report({
        span: node.name,
        message: same ? 'same' : 'differs',
        ...(!same && { severity: 'warning' as const }),
        args: { name },
        indicator: number ?? null,
        related: () => [{ span: first, message: 'first' }],
        ...(same && { unnecessary: true as const, data: node }),
      });
    }
  },

  fixes(finding, row, text) {
    const gone = finding.data as IndicatorNode | undefined;
    if (!gone) return [];
    return [
      {
        message: 'remove',
        edits: [...removal(text, gone), ...renumbered(row, text, gone)],
        preferred: true,
        sure: true,
      },
    ];
  },
};

/** Whether a name stands twice: mostly none does, and no more is looked at. */
function hasTwice(indicators: readonly Indicator[]): boolean {
  return new Set(indicators.map(({ named }) => named.squeezed)).size < indicators.length;
}

function placesByValues(indicator: Indicator, labels: readonly ValueLabel[]): Map<string, Span> {
  return new Map([[valuesOf(indicator, labels), indicator.node.name as Span]]);
}

/** What makes two indicators the same one: class and name, in whatever width. */
function keyOf({ level1, level2, class2, named }: Indicator): string {
  return [level1?.code, level2?.code ?? class2?.name, named.squeezed].join('\n');
}

/** What an indicator's values say, whatever their order; a value without label is for the period and the year. */
function valuesOf({ values }: Indicator, labels: readonly ValueLabel[]): string {
  const texts = values.flatMap(({ node, said }) => {
    const isMeant = (label: ValueLabel, index: number) => (node.index < 0 ? isForValue(label) : node.index === index);
    return labels.flatMap((label, index) => (isMeant(label, index) ? [`${index} ${said.squeezed}`] : []));
  });
  return [...new Set(texts)].sort().join('\n');
}

/** Takes an indicator out, with its lines where it has them to itself. */
function removal(text: string, node: IndicatorNode): TextEdit[] {
  const start = lineStart(text, node.start);
  const end = nextLineStart(text, node.end);
  const alone = text.slice(start, node.start).trim() === '' && text.slice(node.end, end).trim() === '';
  return alone ? removeLines(text, node, node.inserts) : removeAround(text, node, node.inserts);
}

/** Where the indicators are numbered well, those behind one that goes move up. */
function renumbered(row: Row, text: string, gone: IndicatorNode): TextEdit[] {
  return isNumbered(row, text) ? renumber(row, text, gone) : [];
}

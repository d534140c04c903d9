import type { ChildClass, Vocabulary } from '../syntax/vocabulary.ts';
import type { Indicator } from '../table/row.ts';
import { saysNone } from './bare.ts';
import { classText } from './classText.ts';
import { MOVING_MAY_ADD, movedText, moveToClass } from './moveToClass.ts';
import { indicatorsOf } from './placement.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';
import { classOfSatisfaction, speaksOfSatisfaction } from './satisfaction.ts';
import { isInDoubt } from './settledClass.ts';

export const classMissingExplained: RuleExplanation = {
  explanation: {
    zh: '指标没有写一级、二级指标,上面也没有"(一)产出指标"这样的标题行;或者只有一级指标,没有二级指标。只写二级指标就够,一级由它得出;写了但表样没有的类别,另有提示。',
    en: 'The indicator has no class, and no heading such as “(一)产出指标” above gives it one; or it has a level 1 only. Level 2 alone is enough, level 1 follows from it; a class that the profile does not have is another finding.',
  },
  reason: {
    zh: '没有类别的指标归不进任何一类,汇总和导入时会漏掉,审核人员也不知道它考核的是什么。',
    en: 'An indicator without class is left out when tables are put together, and a reviewer cannot tell what it measures.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、举办讲座场次; 年度指标值:20场。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场。
`,
  },
};

export const classMissing: BlockRule = {
  id: 'class-missing',
  scope: 'block',
  severity: 'error',
  review: 'complete',
  title: { zh: '指标没有类别', en: 'An indicator without class' },
  messages: {
    none: { zh: '没有写一级指标和二级指标', en: 'No class is given' },
    level2: { zh: '只有一级指标 {class},没有写二级指标', en: 'Only level 1 is given, {class}; level 2 is missing' },
    level1: { zh: '一级指标', en: 'level 1' },
    add: { zh: '补上 {class}', en: 'Add {class}' },
  },
  fixesMayAdd: [...MOVING_MAY_ADD, 'class-content'],

  check(row, _text, context, report) {
    const { vocabulary } = context;
    if (saysNone(row, context)) return;
    for (const indicator of indicatorsOf(row)) {
      const { level1, level2, class1, class2, node, number } = indicator;
      // Where a class is written that is none, or is two, that is the finding.
      if (level2 || class2 || isInDoubt(indicator)) continue;
      if (level1 ? level1.children.length === 0 : vocabulary.levelTwo.size === 0) continue;
      report({
        span: node.name ?? node.number ?? node.values[0] ?? node,
        message: level1 ? 'level2' : 'none',
        ...(level1 && { args: { class: classText(level1) } }),
        indicator: number ?? null,
        ...(class1 && { related: () => [{ span: class1.node, message: 'level1' }] }),
        data: indicator,
      });
    }
  },

  fixes(finding, _row, _text, { vocabulary }) {
    const indicator = finding.data as Indicator;
    const target = classMeant(indicator, vocabulary);
    const edits = target ? moveToClass(indicator, target) : [];
    if (!target || edits.length === 0) return [];
    return [{ message: 'add', args: { class: movedText(indicator, target) }, edits, preferred: true }];
  },
};

/** The one class that an indicator can be meant for: that of satisfaction, or the only one of its level 1. */
function classMeant({ named, level1 }: Indicator, vocabulary: Vocabulary): ChildClass | undefined {
  if (speaksOfSatisfaction(named, vocabulary.judging)) return classOfSatisfaction(vocabulary);
  const [only, ...others] = level1?.children ?? [];
  return only && others.length === 0 ? vocabulary.levelTwo.get(only.code) : undefined;
}

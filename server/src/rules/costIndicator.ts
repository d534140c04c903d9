import { squeeze } from '../syntax/characters.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import type { Row } from '../table/row.ts';
import { classText } from './classText.ts';
import { COSTS, indicatorCuts, indicatorsSpan, isCost, mayBeOf, speaksOfCost } from './demandedClasses.ts';
import { classesOf, insertIndicator } from './emptyIndicator.ts';
import { isHandedDown } from './handedDown.ts';
import { indicatorsOf } from './placement.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const costIndicatorExplained: RuleExplanation = {
  explanation: {
    zh: '名称里有工程、建设、修缮、购置等字样的项目,一条成本指标也没有(一级指标 4,或产出指标之下的 14)。预算、成本控制一类的指标放错了类别的,给企业和个人补贴、奖补的,上级下达的(追加、提前下达、预留等),不提示。',
    en: 'A project whose name speaks of building, repair or purchase has no indicator of cost: level-1 class 4, or 14 under output. Silent where one of cost or budget control stands in another class, where it is a subsidy, and where targets come from above (追加, 提前下达, 预留 and the like).',
  },
  reason: {
    zh: '这类项目花多少钱最要紧,没有成本指标就没有控制的上限。',
    en: 'What such projects cost matters most; without a cost indicator there is no ceiling to hold them to.',
  },
  examples: {
    wrong: `
项目名称: 办公设备购置经费
绩效指标:
  1、1-产出指标; 11-数量指标; 购置设备数量; 年度指标值:20台。
  2、2-效益指标; 22-社会效益; 窗口办理人次; 年度指标值:≥2000人次。
`,
    right: `
项目名称: 办公设备购置经费
绩效指标:
  1、1-产出指标; 11-数量指标; 购置设备数量; 年度指标值:20台。
  2、2-效益指标; 22-社会效益; 窗口办理人次; 年度指标值:≥2000人次。
  3、4-成本指标; 41-经济成本指标; 购置总成本; 年度指标值:≤20万元。
`,
  },
};

export const costIndicator: BlockRule = {
  id: 'cost-indicator',
  scope: 'block',
  severity: 'hint',
  review: 'complete',
  title: { zh: '工程、修缮、购置项目没有成本指标', en: 'A project that builds, repairs or buys has no cost indicator' },
  messages: {
    missing: {
      zh: '名称里有"{word}",这类项目一般应有成本指标',
      en: 'The name speaks of {word}: such a project should have a cost indicator',
    },
    insert: { zh: '补上一条 {class}', en: 'Put in one of {class}' },
  },
  fixesMayAdd: ['missing-value', 'weights'],

  check(row, text, context, report) {
    const { vocabulary } = context;
    if (row.kind !== 'project') return;
    const word = needsCost(row, vocabulary);
    const indicators = indicatorsOf(row);
    if (!word || indicators.length === 0 || isHandedDown(row, text, context)) return;
    const { required, expected } = vocabulary.profile.demands;
    // Where cost is demanded of every project, that rule speaks.
    if ([...required, ...expected].some(isCost)) return;
    if (indicatorCuts(row, text, context).length > 0) return;
    const has = indicators.some(
      (indicator) => COSTS.some((code) => mayBeOf(code, indicator)) || speaksOfCost(indicator, context),
    );
    if (!has) report({ span: indicatorsSpan(row), message: 'missing', args: { word } });
  },

  fixes(_finding, row, text, { vocabulary }) {
    const code = COSTS.find((candidate) => vocabulary.classByCode.has(candidate));
    const [added] = code ? classesOf(code, vocabulary) : [];
    const edits = added && insertIndicator(row, text, added, vocabulary);
    if (!added || !edits) return [];
    return [{ message: 'insert', args: { class: classText(added) }, edits, preferred: true }];
  },
};

/** The word in a project's name by which it builds, repairs or buys. */
export function needsCost({ name }: Row, { judging }: Vocabulary): string | undefined {
  const said = squeeze(name);
  const word = judging.costProjects.in(said);
  return word !== undefined && judging.notCostProjects.in(said) === undefined ? word : undefined;
}

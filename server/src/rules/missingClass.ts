import type { Vocabulary } from '../syntax/vocabulary.ts';
import type { Indicator } from '../table/row.ts';
import { classText } from './classText.ts';
import { indicatorCuts, indicatorsSpan, mayBeOf, wholeIndicators } from './demandedClasses.ts';
import { classesOf, insertIndicator } from './emptyIndicator.ts';
import { isHandedDown } from './handedDown.ts';
import { SATISFACTION } from './levels.ts';
import { indicatorsOf } from './placement.ts';
import type { BlockRule, Fix, RuleExplanation } from './rule.ts';
import { speaksOfSatisfaction } from './satisfaction.ts';

export const missingClassExplained: RuleExplanation = {
  explanation: {
    zh: '表样要求每个项目都有的一级指标(产出、效益),项目一条也没有;一般应有的(满意度)缺了只作提示。指标开头或结尾像是被截断时都只作提示。有指标的类别不认识、可能就是所缺的,不提示;名称以满意度结尾而放错类别的,算作有满意度;上级下达的项目(追加、提前下达、预留等)不提示一般应有的类别。',
    en: 'The profile demands a class of every project (output, benefit) and the project has no indicator of it; one that is only expected (satisfaction) is a hint, and so is any where the indicators seem to be cut at an end. Silent where an indicator of unknown class may be the missing one, where satisfaction is only misfiled, and on expected classes where targets come from above (追加, 提前下达, 预留 and the like).',
  },
  reason: {
    zh: '系统审核时,产出、效益指标下至少要有一条三级指标,缺了提交不上去。',
    en: 'The budget system demands at least one indicator each of output and benefit and refuses the table without.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场。
  2、3-满意度指标; 31-服务对象满意度; 听众满意度; 年度指标值:≥90%。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场。
  2、2-效益指标; 22-社会效益; 听讲人次; 年度指标值:≥2000人次。
  3、3-满意度指标; 31-服务对象满意度; 听众满意度; 年度指标值:≥90%。
`,
  },
};

export const missingClass: BlockRule = {
  id: 'missing-class',
  scope: 'block',
  severity: 'error',
  review: 'complete',
  title: { zh: '缺少应有的指标类别', en: 'A class of indicators is missing' },
  messages: {
    required: { zh: '没有 {class},每个项目至少要有一条', en: 'There is no {class}; every project needs at least one' },
    expected: { zh: '没有 {class},一般应当有一条', en: 'There is no {class}; a project should normally have one' },
    cut: {
      zh: '没有 {class};指标像是被截断,请核对是否漏了',
      en: 'There is no {class}; the indicators seem to be cut: is it among what is missing?',
    },
    insert: { zh: '补上一条 {class}', en: 'Put in one of {class}' },
  },
  // Behind an indicator that was cut the list goes on, and is judged as a whole one.
  fixesMayAdd: ['missing-value', 'weights', 'cost-indicator'],

  check(row, text, context, report) {
    const indicators = indicatorsOf(row);
    if (row.kind !== 'project' || indicators.length === 0) return;
    const { vocabulary } = context;
    const { required, expected } = vocabulary.profile.demands;
    // Nearly all projects have the classes: no more is looked at for those.
    if (haveAll(indicators, required) && haveAll(indicators, expected)) return;
    for (const code of [...required, ...expected]) {
      const entry = vocabulary.classByCode.get(code);
      if (!entry || haveClass(indicators, code)) continue;
      const cuts = indicatorCuts(row, text, context);
      if (has(wholeIndicators(indicators, cuts), code, vocabulary)) continue;
      const isRequired = required.includes(code);
      if (!isRequired && isHandedDown(row, text, context)) continue;
      const isCut = cuts.length > 0;
      report({
        span: indicatorsSpan(row),
        message: isCut ? 'cut' : isRequired ? 'required' : 'expected',
        ...((isCut || !isRequired) && { severity: 'hint' as const }),
        args: { class: classText(entry.class) },
        data: code,
      });
    }
  },

  fixes(finding, row, text, { vocabulary }) {
    return classesOf(finding.data as string, vocabulary).flatMap((added, i): Fix[] => {
      const edits = insertIndicator(row, text, added, vocabulary);
      if (!edits) return [];
      return [
        {
          message: 'insert',
          args: { class: classText(added) },
          edits,
          ...(i === 0 && { preferred: true as const }),
        },
      ];
    });
  },
};

function haveAll(indicators: readonly Indicator[], codes: readonly string[]): boolean {
  for (const code of codes) if (!haveClass(indicators, code)) return false;
  return true;
}

function haveClass(indicators: readonly Indicator[], code: string): boolean {
  for (const { level1, level2 } of indicators) if (level1?.code === code || level2?.code === code) return true;
  return false;
}

/** Whether some indicators have one of a class, or one that may be it. */
function has(indicators: readonly Indicator[], code: string, vocabulary: Vocabulary): boolean {
  return indicators.some(
    (indicator) =>
      mayBeOf(code, indicator) ||
      (code.startsWith(SATISFACTION) && speaksOfSatisfaction(indicator.named, vocabulary.judging)),
  );
}

import type { LevelTwoClass } from '../profile/profile.ts';
import { INDICATORS_LABEL, type Vocabulary } from '../syntax/vocabulary.ts';
import type { Row } from '../table/row.ts';
import { isBare, saysNone } from './bare.ts';
import { needsCost } from './costIndicator.ts';
import { COSTS, indicatorsSpan, isCost } from './demandedClasses.ts';
import { indentAt, lineEndOf } from './edits.ts';
import { classesOf, emptyIndicator, INDENT } from './emptyIndicator.ts';
import { slipFor } from './labelSlips.ts';
import type { BlockRule, RuleContext, RuleExplanation } from './rule.ts';

export const missingIndicatorsExplained: RuleExplanation = {
  explanation: {
    zh: '项目一条绩效指标也没有,或者只写了"无"。只写了名称的项目,缺的金额、目标、指标只在这里说一次。',
    en: 'The project has no indicator at all, or says that there is none. Where a project has only its name, what all it lacks is said here once.',
  },
  reason: {
    zh: '没有指标,目标是否完成无从衡量,项目不能入库。',
    en: 'Without indicators nobody can tell whether the goal was reached; the project is not admitted.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效目标: 举办讲座20场,让更多居民了解科学。
`,
    right: `
项目名称: 科普活动经费
绩效目标: 举办讲座20场,让更多居民了解科学。
绩效指标:
  1、1-产出指标; 11-数量指标; 举办讲座场次; 年度指标值:20场。
  2、2-效益指标; 22-社会效益; 听讲人次; 年度指标值:≥2000人次。
`,
  },
};

export const missingIndicators: BlockRule = {
  id: 'missing-indicators',
  scope: 'block',
  severity: 'error',
  review: 'complete',
  title: { zh: '没有绩效指标', en: 'No indicators' },
  messages: {
    missing: { zh: '项目没有绩效指标', en: 'The project has no indicators' },
    bare: {
      zh: '项目只写了名称,还要写金额、绩效目标和绩效指标',
      en: 'The project has only its name; it needs amounts, a goal and indicators',
    },
    skeleton: { zh: '补上应有各类指标的空行', en: 'Put in an empty line for each class that is due' },
  },
  fixesMayAdd: ['missing-value', 'amount-missing', 'missing-goal'],

  check(row, text, context, report) {
    if (row.kind !== 'project' || (row.indicators.length > 0 && !saysNone(row, context))) return;
    if (slipFor('indicators', 0, row, text, context.vocabulary)) return;
    report({ span: indicatorsSpan(row), message: isBare(row) ? 'bare' : 'missing' });
  },

  fixes(_finding, row, text, context) {
    // What stands there instead is for its author to take out.
    if (row.indicators.length > 0) return [];
    const lineEnd = lineEndOf(text);
    const part = row.tree.parts.find((candidate) => candidate.type === 'indicators');
    const label = part?.label ?? row.tree.parts.find(({ type }) => type === 'field');
    const indent = label ? indentAt(text, label.start) : '';
    const lines = skeleton(row, context).map((line) => `${lineEnd}${indent}${INDENT}${line}`);
    // Comments at a block's end speak of what follows it.
    const last = part
      ? (part.items.findLast(({ type }) => type !== 'comment') ?? { end: part.label.colon + 1 })
      : row.tree.parts.findLast(({ type }) => type !== 'comment');
    if (!last || lines.length === 0) return [];
    const before = part ? '' : `${lineEnd}${indent}${INDICATORS_LABEL}:`;
    return [
      {
        message: 'skeleton',
        edits: [{ start: last.end, end: last.end, text: before + lines.join('') }],
        preferred: true,
      },
    ];
  },
};

/** An empty indicator of each class that the profile wants, and of cost where the project should have it. */
function skeleton(row: Row, { vocabulary }: RuleContext): string[] {
  const classes = demandedClasses(vocabulary, needsCost(row, vocabulary) !== undefined);
  return classes.map((added, i) => emptyIndicator(i + 1, added, vocabulary));
}

/** A level-2 class for each class that the profile wants of every project, and for cost where that is wanted. */
export function demandedClasses(vocabulary: Vocabulary, withCost = false): LevelTwoClass[] {
  const { required, expected } = vocabulary.profile.demands;
  const wanted = [...required, ...expected];
  if (withCost && !wanted.some(isCost)) {
    wanted.push(...COSTS.filter((code) => vocabulary.classByCode.has(code)).slice(0, 1));
  }
  const codes = wanted.filter(
    (code) => code.length > 1 || !wanted.some((other) => other !== code && other.startsWith(code)),
  );
  const order = [...vocabulary.classByCode.keys()];
  return codes
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .flatMap((code) => classesOf(code, vocabulary).slice(0, 1));
}

import { isBlankCode } from '../syntax/characters.ts';
import type { Goal, Row } from '../table/row.ts';
import { isHandedDown } from './handedDown.ts';
import type { RepetitionRule, RuleExplanation } from './rule.ts';

export const repeatedGoalExplained: RuleExplanation = {
  explanation: {
    zh: '绩效目标与前面某个项目一字不差。上级下达的项目(追加、提前下达、预留等)目标由上级定,不提示;很短的目标不比较。',
    en: 'The goal is, word for word, that of a project before it. Silent where targets come from above (追加, 提前下达, 预留 and the like); very short goals are not compared.',
  },
  reason: {
    zh: '各项目的钱用途不同,目标一样多半是照抄,看不出本项目要做成什么。',
    en: 'Projects spend on different things; a goal that is the same was probably copied and says nothing of this one.',
  },
  examples: {
    wrong: `
项目名称: 科普讲座经费
绩效目标: 举办科普活动20场,让更多居民了解科学。

项目名称: 科普展览经费
绩效目标: 举办科普活动20场,让更多居民了解科学。
`,
    right: `
项目名称: 科普讲座经费
绩效目标: 举办科普讲座20场,让更多居民了解科学。

项目名称: 科普展览经费
绩效目标: 布置科普展览4期,接待观众5000人次。
`,
  },
};

export const repeatedGoal: RepetitionRule = {
  id: 'repeated-goal',
  scope: 'table',
  looksAt: 'repetitions',
  within: 'table',
  severity: 'hint',
  review: 'relevant',
  compares: true,
  title: { zh: '几个项目的绩效目标相同', en: 'The same goal in several projects' },
  messages: {
    repeated: {
      zh: '绩效目标与前面的项目相同,请写明本项目要做成什么',
      en: 'The goal is that of a project before: say what this one is to achieve',
    },
    first: { zh: '前面的项目', en: 'the project before' },
    taken: {
      zh: '"{path}"里有一个项目的绩效目标与前面的项目相同',
      en: 'A project of “{path}” has the goal of a project before this',
    },
    takenMore: {
      zh: '"{path}"里有 {count} 个项目的绩效目标与前面的项目相同',
      en: '{count} projects of “{path}” have the goals of projects before this',
    },
    again: { zh: '同样的目标', en: 'the same goal' },
  },

  keyOf(row, text, context) {
    if (row.kind !== 'project') return undefined;
    // Of several goals the last says most of the year.
    const goal = lastOf(row);
    if (!goal) return undefined;
    const { text: said, node } = goal;
    const { shortestComparedGoal } = context.vocabulary.judging;
    if (!isAsLong(said, shortestComparedGoal) || isHandedDown(row, text, context)) return undefined;
    return { key: said, span: node.label };
  },

  report({ span }, first) {
    return {
      span,
      message: 'repeated',
      related: () => [{ block: first.block, table: first.table, span: first.span, message: 'first' }],
    };
  },
};

function lastOf({ goals }: Row): Goal | undefined {
  for (let i = goals.length - 1; i >= 0; i--) if (goals[i]?.text !== '') return goals[i];
  return undefined;
}

/** Whether a text has so many characters, spaces apart. */
function isAsLong(text: string, length: number): boolean {
  let found = 0;
  for (let i = 0; i < text.length && found < length; i++) if (!isBlankCode(text.charCodeAt(i))) found++;
  return found >= length;
}

import { isHan } from '../syntax/characters.ts';
import type { Row } from '../table/row.ts';
import { isBare } from './bare.ts';
import { slipFor } from './labelSlips.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const missingGoalExplained: RuleExplanation = {
  explanation: {
    zh: '项目没有绩效目标,或者目标里没有文字,只有标点或一个零星的字。表样有总体目标和年度目标两项的,写了其中一项就不算缺。',
    en: 'The project has no goal, or one without words: nothing but marks or a single stray character. Where the profile has a general and a yearly goal, one of them is enough.',
  },
  reason: {
    zh: '不知道这笔钱要做成什么,后面的指标就没有依据,审核会退回。',
    en: 'Without saying what the money is to achieve the indicators rest on nothing; reviewers send the table back.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效目标:
`,
    right: `
项目名称: 科普活动经费
绩效目标: 举办讲座20场,让更多居民了解科学。
`,
  },
};

export const missingGoal: BlockRule = {
  id: 'missing-goal',
  scope: 'block',
  severity: 'error',
  review: 'complete',
  title: { zh: '没有绩效目标', en: 'No goal' },
  messages: {
    missing: {
      zh: '项目没有{goal},请写明这笔钱要做成什么',
      en: 'The project has no {goal}: say what the money is to achieve',
    },
    empty: { zh: '{goal}没有写内容', en: '{goal} says nothing' },
  },

  check(row, text, { vocabulary }, report) {
    if (row.kind !== 'project' || isBare(row) || row.goals.some((goal) => hasWords(goal.text))) return;
    if (vocabulary.profile.goals.some((_, index) => slipFor('goal', index, row, text, vocabulary))) return;
    const last = row.goals.at(-1)?.node;
    const goal = vocabulary.profile.goals[last?.index ?? vocabulary.profile.goals.length - 1]?.name ?? '';
    if (!last) report({ span: row.nameSpan, message: 'missing', args: { goal } });
    else report({ span: last.text.start < last.text.end ? last.text : last.label, message: 'empty', args: { goal } });
  },
};

const WORD = /[\p{L}\p{N}][^\p{L}\p{N}]*[\p{L}\p{N}]/u;

/** Whether a goal says anything: a single character is but a speck. */
export function hasWords(text: Row['goals'][number]['text']): boolean {
  return hasTwoHan(text) || WORD.test(text);
}

/** Most goals have them in their first words, and need no look at the letters of all scripts. */
function hasTwoHan(text: string): boolean {
  let found = 0;
  for (let i = 0; i < text.length && found < 2; i++) if (isHan(text.charAt(i))) found++;
  return found === 2;
}

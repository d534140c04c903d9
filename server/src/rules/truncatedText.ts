import type { Goal, Span } from '../syntax/nodes.ts';
import { startsInList, startsInMiddle, stopsInMiddle, unclosedIn } from '../table/cuts.ts';
import { hasWords } from './missingGoal.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

/** Nearly all values have none of these. */
const MAY_BE_CUT = /[(（“《〔【]|、$/;

/** How many characters are marked where a text is cut. */
const MARKED = 4;

export const truncatedTextExplained: RuleExplanation = {
  explanation: {
    zh: '目标的开头是标点或列表的第二条,或者长段的文字末尾没有标点,像是复制、打印时丢了一截;指标值以顿号结尾或括号没有收尾,也是如此。不成句的短目标、各行都不加句号的目标不提示。',
    en: 'A goal begins with a mark or with the second of a list, or a long one has no mark at its end: something seems to have been lost in copying or printing. So with a value that ends in 、 or leaves a bracket open. Silent on short goals and on those none of whose lines ends in a mark.',
  },
  reason: {
    zh: '审核的人看不到完整的目标,无从判断指标是否对应。',
    en: 'A reviewer who cannot read the whole goal cannot tell whether the indicators fit it.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效目标: 举办讲座20场,覆盖全部街道,组织科普志愿者进社区、进学校、进企业,引导居民养成讲科学、爱科学的习惯,推动
`,
    right: `
项目名称: 科普活动经费
绩效目标: 举办讲座20场,覆盖全部街道,组织科普志愿者进社区、进学校、进企业,引导居民养成讲科学、爱科学的习惯,推动形成良好风气。
`,
  },
};

export const truncatedText: BlockRule = {
  id: 'truncated-text',
  scope: 'block',
  severity: 'hint',
  review: 'complete',
  title: { zh: '文字似被截断', en: 'A text that seems cut' },
  messages: {
    head: {
      zh: '{goal}像是从中间开始的,请核对是否漏了前文',
      en: '{goal} seems to start in the middle: is something missing before it?',
    },
    tail: {
      zh: '{goal}末尾没有标点,像是没有写完,请核对',
      en: '{goal} has no mark at its end and seems to stop in the middle',
    },
    both: { zh: '{goal}的开头和末尾都像是被截断,请核对', en: '{goal} seems to be cut at both ends' },
    start: { zh: '开头', en: 'its start' },
    list: { zh: '指标值以顿号结尾,像是没有写完', en: 'The value ends in 、 and seems to stop in the middle' },
    bracket: {
      zh: '括号没有收尾,指标值像是没有写完',
      en: 'A bracket is left open: the value seems to stop in the middle',
    },
  },

  check(row, text, { vocabulary }, report) {
    const { profile, judging } = vocabulary;
    for (const { node, text: goal } of row.kind === 'project' ? row.goals : []) {
      if (!hasWords(goal)) continue;
      const tail = stopsInMiddle(goal, judging.shortestOpenGoal);
      const head = startsInMiddle(goal) || (tail && startsInList(goal));
      if (!head && !tail) continue;
      const first = startOf(node, text);
      report({
        span: tail ? endOf(node, text) : first,
        message: head && tail ? 'both' : tail ? 'tail' : 'head',
        args: { goal: profile.goals[node.index]?.name ?? '' },
        ...(head && tail && { related: () => [{ span: first, message: 'start' }] }),
      });
    }
  },

  checkIndicator({ values, number }, text, _context, report) {
    for (const { node, label, text: value } of values) {
      if (label?.span === 'weight' || !MAY_BE_CUT.test(value)) continue;
      const written = text.slice(node.text.start, node.text.end);
      const open = unclosedIn(written);
      if (open >= 0) {
        const start = node.text.start + open;
        report({ span: { start, end: node.text.end }, message: 'bracket', indicator: number ?? null });
      } else if (written.endsWith('、')) {
        const span = { start: node.text.end - 1, end: node.text.end };
        report({ span, message: 'list', indicator: number ?? null });
      }
    }
  },
};

/** The first characters of a goal. */
function startOf({ text: { start, end } }: Goal, text: string): Span {
  let last = start;
  for (const character of text.slice(start, Math.min(end, start + 2 * MARKED))) {
    if (last - start >= MARKED || /[\r\n]/.test(character)) break;
    last += character.length;
  }
  return { start, end: last };
}

/** The last characters of a goal. */
function endOf({ text: { start, end } }: Goal, text: string): Span {
  const last = [...text.slice(Math.max(start, end - 2 * MARKED), end)].slice(-MARKED).join('');
  const own = last.slice(Math.max(last.lastIndexOf('\n'), last.lastIndexOf('\r')) + 1);
  return { start: end - own.length, end };
}

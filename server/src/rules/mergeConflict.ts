import { isConflictMarker, LineScanner } from '../syntax/lines.ts';
import type { Span } from '../syntax/nodes.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const mergeConflictExplained: RuleExplanation = {
  explanation: {
    zh: '两个人的改动还并排留在文件里。选定一份,删去另一份和标记行。解决之前,两份的金额和重复都不检查。',
    en: "Two people's changes still stand side by side. Keep one and remove the other, with the marker lines. Until then neither the sums nor the repetitions of the two are checked.",
  },
  reason: {
    zh: '不解决就交出去,表里会有两个版本的内容。',
    en: 'Handed in like this, the table would hold both versions.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
<<<<<<< 我的
总计: 30.00
=======
总计: 35.00
>>>>>>> 同事的
`,
    right: `
项目名称: 科普活动经费
总计: 35.00
`,
  },
};

export const mergeConflict: BlockRule = {
  id: 'merge-conflict',
  scope: 'block',
  severity: 'error',
  review: 'form',
  title: { zh: '合并冲突没有解决', en: 'A merge conflict is not resolved' },
  messages: {
    marker: { zh: '这里有没有解决的合并冲突', en: 'A merge conflict is not resolved here' },
  },

  check(_row, text, _context, report) {
    for (const span of conflictMarkers(text)) report({ span, message: 'marker' });
  },
};

/** The lines that a version control put between two versions of a text. */
function conflictMarkers(text: string): Span[] {
  if (!/[<>|=]{7}/.test(text)) return [];
  const markers: Span[] = [];
  const lines = new LineScanner(text);
  while (lines.advance()) {
    if (isConflictMarker(text, lines.start, lines.end)) markers.push({ start: lines.start, end: lines.end });
  }
  return markers;
}

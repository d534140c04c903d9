import { readDirectives } from '../syntax/directives.ts';
import { lineEndBefore, lineStart, nextLineStart } from './edits.ts';
import type { RuleExplanation, SuppressionRule, TextEdit } from './rule.ts';

interface Data {
  /** Where the directive begins. */
  readonly directive: number;
  readonly index: number;
}

export const unusedSuppressionExplained: RuleExplanation = {
  explanation: {
    zh: '注释里说不检查的规则,在它管的范围内本来就没有问题;或者 jxmb-enable 之前没有停过。设置中关掉的规则不算。',
    en: 'Where the comment turns a rule off there is nothing to be found, or jxmb-enable stands where nothing was off. Rules that a setting turns off do not count.',
  },
  reason: {
    zh: '问题改好了注释还在,以后再错就没有人知道了。',
    en: 'Once the slip is mended the comment goes on to hide the next one.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
// jxmb-disable-next-line total-mismatch: 赞助尚未到账
总计: 30.00
财政拨款: 30.00
`,
    right: `
项目名称: 科普活动经费
总计: 30.00
财政拨款: 30.00
`,
  },
};

export const unusedSuppression: SuppressionRule = {
  id: 'unused-suppression',
  scope: 'table',
  looksAt: 'suppressions',
  severity: 'info',
  review: 'form',
  title: { zh: '多余的"不检查"', en: 'A suppression that suppresses nothing' },
  messages: {
    nothing: { zh: '这里没有 {id} 可以不检查', en: 'There is no {id} here to suppress' },
    notOff: { zh: '前面没有停过 {id},不用恢复', en: '{id} is not off here' },
    remove: { zh: '删去 {id}', en: 'Remove {id}' },
    removeLine: { zh: '删去这行注释', en: 'Remove this comment' },
  },

  report(directive, index) {
    const { id, span } = directive.rules[index] as (typeof directive.rules)[number];
    const alone = directive.rules.length === 1;
    return {
      span: alone ? directive.span : span,
      message: directive.kind === 'enable' ? 'notOff' : 'nothing',
      args: { id },
      unnecessary: true,
      data: { directive: directive.span.start, index } satisfies Data,
    };
  },

  fixes(finding, _row, text) {
    const data = finding.data as Data;
    const directive = readDirectives(text).find(({ span }) => span.start === data.directive);
    if (!directive) return [];
    const { rules, span } = directive;
    if (rules.length === 1) {
      return [{ message: 'removeLine', edits: [removedLine(text, span.start)], preferred: true, sure: true }];
    }
    const own = rules[data.index];
    const before = rules[data.index - 1];
    const after = rules[data.index + 1];
    if (!own) return [];
    const edit = before
      ? { start: before.span.end, end: own.span.end, text: '' }
      : { start: own.span.start, end: after?.span.start ?? own.span.end, text: '' };
    return [{ message: 'remove', args: { id: own.id }, edits: [edit], preferred: true, sure: true }];
  },
};

/** Takes the line of an offset out; the last one without line end takes the end of the line before it along. */
function removedLine(text: string, offset: number): TextEdit {
  const start = lineStart(text, offset);
  const end = nextLineStart(text, offset);
  const isLast = end === text.length && start > 0 && !/[\r\n]$/.test(text);
  return { start: isLast ? lineEndBefore(text, start) : start, end, text: '' };
}

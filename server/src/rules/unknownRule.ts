import { distance } from 'fastest-levenshtein';
import { DIRECTIVE_KINDS, type Directive, readDirectives } from '../syntax/directives.ts';
import { nearest } from './nearest.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

/** How much of a word may be wrong. */
const WRONG_SHARE = 0.5;

export const unknownRuleExplained: RuleExplanation = {
  explanation: {
    zh: '以 jxmb- 开头的注释写的不是已有的指令,或者后面写的不是规则的代号,或者没有写规则。这样的注释不起作用。',
    en: 'A comment that begins with jxmb- holds a word that is no directive, the id of a rule that does not exist, or no id at all. Such a comment has no effect.',
  },
  reason: {
    zh: '写的人以为已经说明不检查,审核的人仍会看到问题。',
    en: 'Its author takes it for suppressed; reviewers still see the finding.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
// jxmb-disable-next-line total-mismatsh: 赞助尚未到账
总计: 30.00
财政拨款: 20.00
`,
    right: `
项目名称: 科普活动经费
// jxmb-disable-next-line total-mismatch: 赞助尚未到账
总计: 30.00
财政拨款: 20.00
`,
  },
};

export const unknownRule: BlockRule = {
  id: 'unknown-rule',
  scope: 'block',
  severity: 'warning',
  review: 'form',
  title: { zh: '"不检查"写错了', en: 'A suppression that names no rule' },
  messages: {
    rule: { zh: '没有规则 {id}', en: 'There is no rule {id}' },
    directive: { zh: '没有指令 {word}', en: 'There is no directive {word}' },
    none: { zh: '{word} 后面要写规则的代号', en: '{word} needs the id of a rule behind it' },
    replace: { zh: '改为 {word}', en: 'Change to {word}' },
  },
  // A suppression that comes into force may have nothing to suppress.
  fixesMayAdd: ['unused-suppression'],

  check(_row, text, { ruleIds }, report) {
    for (const directive of readDirectives(text)) {
      const problem = problemOf(directive, text);
      if (problem) {
        report(problem);
        continue;
      }
      for (const { id, span } of directive.rules) {
        if (!ruleIds.has(id)) report({ span, message: 'rule', args: { id }, data: id });
      }
    }
  },

  fixes(finding, _row, _text, { ruleIds }) {
    if (finding.message === 'none') return [];
    const words = finding.message === 'directive' ? DIRECTIVE_KINDS.keys() : ruleIds;
    return nearestWords(finding.data as string, words).map((word, i) => ({
      message: 'replace',
      args: { word },
      edits: [{ ...finding.span, text: word }],
      ...(i === 0 && { preferred: true as const }),
    }));
  },
};

function problemOf({ kind, word, rules }: Directive, text: string) {
  const written = text.slice(word.start, word.end);
  if (kind === 'unknown') return { span: word, message: 'directive', args: { word: written }, data: written };
  return rules.length === 0 ? { span: word, message: 'none', args: { word: written } } : undefined;
}

/** The words that may be meant, best first. */
export function nearestWords(written: string, words: Iterable<string>): string[] {
  const word = written.toLowerCase();
  return nearest(words, (candidate) => {
    const wrong = distance(word, candidate);
    return wrong <= candidate.length * WRONG_SHARE ? wrong : undefined;
  });
}

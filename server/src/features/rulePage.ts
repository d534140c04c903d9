import type { Bilingual } from '../profile/profile.ts';
import { ruleById } from '../rules/registry.ts';
import type { Language, ReviewTest, Rule, RuleExplanation, Severity } from '../rules/rule.ts';
import { explanationOf } from './explanation.ts';

/** The page that explains a rule. */

export const SEVERITY_WORDS: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误(必改)', en: 'error' },
  warning: { zh: '疑点(建议改)', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  hint: { zh: '参考', en: 'hint' },
};

export const REVIEW_WORDS: Readonly<Record<ReviewTest, Bilingual>> = {
  complete: { zh: '完整性', en: 'complete (完整性)' },
  relevant: { zh: '相关性', en: 'relevant (相关性)' },
  reasonable: { zh: '适当性', en: 'reasonable (适当性)' },
  form: { zh: '规范性(勾稽)', en: 'form (规范性)' },
};

const WORDS = {
  severity: { zh: '级别', en: 'Severity' },
  review: { zh: '审核内容', en: 'Review test' },
  why: { zh: '为什么要改', en: 'Why it matters' },
  wrong: { zh: '有问题的写法', en: 'Wrong' },
  right: { zh: '应当这样写', en: 'Right' },
  off: { zh: '确实不适用时', en: 'Where it does not apply' },
  line: { zh: '在这一行上面写一行注释:', en: 'Put a comment above the line:' },
  reason: { zh: '理由', en: 'reason' },
  file: {
    zh: '整个文件都不检查,写 `// jxmb-disable-file {id}: 理由`;从某处起到某处止,写 `// jxmb-disable {id}: 理由` 和 `// jxmb-enable {id}`。',
    en: 'For a whole file write `// jxmb-disable-file {id}: reason`; from one place to another, `// jxmb-disable {id}: reason` and `// jxmb-enable {id}`.',
  },
  setting: {
    zh: '在 VS Code 的设置中,`jxmb.rules.{id}` 可以改变级别或关掉这条规则(`off`)。',
    en: "In VS Code's settings, `jxmb.rules.{id}` changes the severity or turns the rule off (`off`).",
  },
} satisfies Record<string, Bilingual>;

/** The page of a rule as Markdown; undefined where there is no such rule. */
export async function rulePage(id: string, language: Language): Promise<string | undefined> {
  const rule = ruleById.get(id);
  return rule && pageOf(rule, await explanationOf(rule), language);
}

function pageOf(rule: Rule, { explanation, reason, examples }: RuleExplanation, language: Language): string {
  const { id, title } = rule;
  const word = (key: keyof typeof WORDS) => WORDS[key][language].replaceAll('{id}', id);
  const code = (text: string) => `\`\`\`jxmb\n${text.replace(/^\n|\n$/g, '')}\n\`\`\``;
  return `${[
    `# ${title[language]}`,
    `\`${id}\` · ${word('severity')}: ${SEVERITY_WORDS[rule.severity][language]} · ${word('review')}: ${REVIEW_WORDS[rule.review][language]}`,
    explanation[language],
    `## ${word('why')}`,
    reason[language],
    `## ${word('wrong')}`,
    code(examples.wrong),
    `## ${word('right')}`,
    code(examples.right),
    `## ${word('off')}`,
    word('line'),
    code(`// jxmb-disable-next-line ${id}: ${word('reason')}`),
    word('file'),
    word('setting'),
  ].join('\n\n')}\n`;
}

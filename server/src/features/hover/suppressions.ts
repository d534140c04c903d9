import type { Bilingual } from '../../profile/profile.ts';
import { ruleById } from '../../rules/registry.ts';
import { formatMessage, type Language, type Rule } from '../../rules/rule.ts';
import { nearestWords } from '../../rules/unknownRule.ts';
import type { Block } from '../../syntax/blocks.ts';
import { DIRECTIVE_KINDS, type Directive, readDirectives } from '../../syntax/directives.ts';
import type { Span } from '../../syntax/nodes.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { explanationOf } from '../explanation.ts';
import { SEVERITY_WORDS } from '../rulePage.ts';
import { REASON } from '../suppress.ts';
import { beside, bold, enumerated, escapeMarkdown, list, paragraphs, say } from './markdown.ts';

const MESSAGES = {
  unknownRule: { zh: '没有规则 {id},这里不起作用。', en: 'There is no rule {id}: this has no effect.' },
  unknownWord: {
    zh: '没有指令 {id},这行注释不起作用。',
    en: 'There is no directive {id}: this comment has no effect.',
  },
  near: { zh: '可能是: {words}', en: 'Maybe: {words}' },
  one: { zh: '不再提示 1 处: {message}', en: 'Turns off 1 finding: {message}' },
  several: { zh: '不再提示 {count} 处,如: {message}', en: 'Turns off {count} findings, such as: {message}' },
  resumed: { zh: '从这里起恢复检查', en: 'Checked again from here on' },
  notOff: { zh: '多余: 前面没有停过', en: 'Of no use: it is not off here' },
  unused: { zh: '多余: 这里没有这个问题', en: 'Of no use: there is no such finding here' },
  off: { zh: '设置中已经关掉这条规则', en: 'The settings turn this rule off' },
  reason: { zh: '理由: {reason}', en: 'Reason: {reason}' },
  noReason: { zh: '没有写理由', en: 'No reason is given' },
} satisfies Record<string, Bilingual>;

const KINDS: Readonly<Record<Exclude<Directive['kind'], 'unknown'>, Bilingual>> = {
  'next-line': { zh: '下一行不检查:', en: 'Not checked in the next line:' },
  disable: { zh: '从这里起不检查:', en: 'Not checked from here on:' },
  enable: { zh: '从这里起恢复检查:', en: 'Checked again from here on:' },
  file: { zh: '整个文件不检查:', en: 'Not checked in this file:' },
};

/** The word or the rule's id at an offset of a block's text, where a comment turns rules off there. */
export function directiveAt(text: string, at: number): FoundDirective | undefined {
  for (const directive of readDirectives(text)) {
    if (at < directive.span.start || at > directive.span.end) continue;
    const index = directive.rules.findIndex(({ span }) => holds(span, at));
    const rule = directive.rules[index];
    if (rule) return { directive, index, span: rule.span };
    return holds(directive.word, at) ? { directive, index: undefined, span: directive.word } : undefined;
  }
  return undefined;
}

/** A directive at its word, or at one of its rules. */
export interface FoundDirective {
  readonly directive: Directive;
  readonly index: number | undefined;
  readonly span: Span;
}

function holds({ start, end }: Span, at: number): boolean {
  return start <= at && at <= end;
}

/** What a directive does, or one of its rules: what the rule is about, what it turns off here, and why. */
export async function describeDirective(
  { directive, index, span }: FoundDirective,
  block: Block,
  document: TableDocument,
  language: Language,
): Promise<string | undefined> {
  const { kind, rules } = directive;
  const written = block.text.slice(span.start, span.end);
  if (index === undefined) {
    if (kind === 'unknown') return unknown(MESSAGES.unknownWord, written, DIRECTIVE_KINDS.keys(), language);
    if (rules.length === 0) return undefined;
    return paragraphs(say(KINDS[kind], language), list(rules.map(({ id }) => titleOf(id, language))));
  }
  const rule = ruleById.get(written);
  if (!rule) return unknown(MESSAGES.unknownRule, written, ruleById.keys(), language);
  const details = list([
    useOf(rule, directive, index, block, document, language),
    kind !== 'enable' && reasonOf(directive, block.text, language),
  ]);
  const { explanation } = await explanationOf(rule);
  return paragraphs(
    beside(bold(rule.title[language]), escapeMarkdown(rule.id), SEVERITY_WORDS[rule.severity][language]),
    escapeMarkdown(firstSentence(explanation[language], language)),
    details,
  );
}

function unknown(message: Bilingual, written: string, words: Iterable<string>, language: Language): string {
  const near = nearestWords(written, words).map((word) => {
    const title = ruleById.get(word)?.title[language];
    return title === undefined ? escapeMarkdown(word) : `${escapeMarkdown(word)} (${escapeMarkdown(title)})`;
  });
  return paragraphs(
    say(message, language, { id: bold(written) }),
    near.length > 0 && say(MESSAGES.near, language, { words: enumerated(near, language) }),
  );
}

function titleOf(id: string, language: Language): string {
  const title = ruleById.get(id)?.title[language];
  return beside(title === undefined ? undefined : bold(title), escapeMarkdown(id));
}

/** What a rule's id turns off where it stands; undefined where nobody can tell. */
function useOf(
  rule: Rule,
  { kind, word, span }: Directive,
  index: number,
  block: Block,
  document: TableDocument,
  language: Language,
): string | undefined {
  const { severities, strict } = document.settings;
  if (kind === 'unknown') {
    return say(MESSAGES.unknownWord, language, { id: escapeMarkdown(block.text.slice(word.start, word.end)) });
  }
  if (severities.get(rule.id) === 'off') return say(MESSAGES.off, language);
  const use = document.checker
    .suppressionsIn(block)
    .find((one) => one.index === index && one.placed.directive.span.start === span.start);
  if (!use) return undefined;
  if (kind === 'enable') return say(use.used ? MESSAGES.resumed : MESSAGES.notOff, language);
  if (!use.example) return strict || !rule.strictFindsMore ? say(MESSAGES.unused, language) : undefined;
  return say(use.count > 1 ? MESSAGES.several : MESSAGES.one, language, {
    count: String(use.count),
    message: escapeMarkdown(formatMessage(rule, use.example, language)),
  });
}

/** The reason that a directive gives, behind its colon. */
function reasonOf({ rules, word, span }: Directive, text: string, language: Language): string {
  const behind = text.slice(rules.at(-1)?.span.end ?? word.end, span.end);
  const colon = behind.search(/[:：]/);
  const reason = colon < 0 ? '' : behind.slice(colon + 1).trim();
  return reason === '' || reason === REASON
    ? say(MESSAGES.noReason, language)
    : say(MESSAGES.reason, language, { reason: escapeMarkdown(reason) });
}

function firstSentence(text: string, language: Language): string {
  const stop = language === 'zh' ? '。' : '. ';
  const end = text.indexOf(stop);
  return end < 0 ? text : text.slice(0, end + 1);
}

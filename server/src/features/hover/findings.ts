import type { Language, Rule } from '../../rules/rule.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { Span } from '../../syntax/nodes.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { explanationOf } from '../explanation.ts';
import { bold, escapeMarkdown, paragraphs } from './markdown.ts';

/**
 * What the rules say of a place that have found something there, for clients that cannot show the rules' pages.
 * @param offset in the block
 */
export async function describeFindings(
  document: TableDocument,
  block: Block,
  offset: number,
  language: Language,
): Promise<{ readonly text: string; readonly span: Span } | undefined> {
  const here = document
    .findings()
    .filter(({ finding: { span }, place }) => place.block === block && span.start <= offset && offset <= span.end);
  const [first] = here;
  if (!first) return undefined;
  const rules = new Set(here.map(({ finding }) => finding.rule));
  const texts = await Promise.all([...rules].map((rule) => describeRule(rule, language)));
  return { text: paragraphs(...texts), span: first.finding.span };
}

async function describeRule(rule: Rule, language: Language): Promise<string> {
  const { id, title } = rule;
  const { explanation, reason } = await explanationOf(rule);
  return paragraphs(
    `${bold(title[language])} (${escapeMarkdown(id)})`,
    escapeMarkdown(explanation[language]),
    escapeMarkdown(reason[language]),
  );
}

import type { Language, Rule } from '../../rules/rule.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { Span } from '../../syntax/nodes.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { bold, escapeMarkdown, paragraphs } from './markdown.ts';

/**
 * What the rules say of a place that have found something there, for clients that cannot show the rules' pages.
 * @param offset in the block
 */
export function describeFindings(
  document: TableDocument,
  block: Block,
  offset: number,
  language: Language,
): { readonly text: string; readonly span: Span } | undefined {
  const here = document
    .findings()
    .filter(({ finding: { span }, place }) => place.block === block && span.start <= offset && offset <= span.end);
  const [first] = here;
  if (!first) return undefined;
  const rules = new Set(here.map(({ finding }) => finding.rule));
  return { text: paragraphs(...[...rules].map((rule) => describeRule(rule, language))), span: first.finding.span };
}

function describeRule({ id, title, explanation, reason }: Rule, language: Language): string {
  return paragraphs(
    `${bold(title[language])} (${escapeMarkdown(id)})`,
    escapeMarkdown(explanation[language]),
    escapeMarkdown(reason[language]),
  );
}

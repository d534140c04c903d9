import type { InlayHint, Position, Range } from 'vscode-languageserver-types';
import type { Bilingual } from '../profile/profile.ts';
import { type Finding, formatMessage, type Language, type RuleContext } from '../rules/rule.ts';
import { sumMismatch } from '../rules/sumMismatch.ts';
import { sumRounding } from '../rules/sumRounding.ts';
import { totalMismatch } from '../rules/totalMismatch.ts';
import type { Block } from '../syntax/blocks.ts';
import { parseBlock } from '../syntax/parseBlock.ts';
import { type Amount, amountOf, readRow, totalColumn } from '../table/row.ts';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { BlockLines } from './blockLines.ts';
import { blocksIn } from './blocksIn.ts';
import { PerBlock } from './perBlock.ts';
import { type Expected, expectedOf, sharesOf, sharesText } from './sums.ts';

/** By what an amount is not what its sources, its projects or the units add up to. */
const DIFFERENCES = {
  sources: {
    more: { zh: '比来源多 {difference}', en: '{difference} above its sources' },
    less: { zh: '比来源少 {difference}', en: '{difference} below its sources' },
  },
  projects: {
    more: { zh: '比项目多 {difference}', en: '{difference} above the projects' },
    less: { zh: '比项目少 {difference}', en: '{difference} below the projects' },
  },
  units: {
    more: { zh: '比单位多 {difference}', en: '{difference} above the units' },
    less: { zh: '比单位少 {difference}', en: '{difference} below the units' },
  },
} satisfies Record<Expected['by'], Record<'more' | 'less', Bilingual>>;

const ROUNDING: Bilingual = { zh: '尾差 {difference}', en: '{difference} by rounding' };

/** A block's amounts, and where they end, in lines of the block. */
interface BlockAmounts {
  readonly amounts: readonly Amount[];
  readonly ends: readonly Position[];
}

const blockAmounts = new PerBlock<BlockAmounts>();

/**
 * What stands behind the amounts of a range: where one is not what it should add up to, by how much; behind the total of
 * a unit or a project, what share it is. Differences are shown where the rules find them, so what a comment or a
 * setting turns off is not.
 */
export function inlayHints(document: TableDocument, range: Range, { language }: Environment): InlayHint[] {
  const { context, settings, checker } = document;
  const { differences, shares } = settings.show;
  if (!differences && !shares) return [];
  const found = differences ? checker.findingsByBlock() : undefined;
  const hints: InlayHint[] = [];
  const given = [context.vocabulary, context.moneyUnit];
  for (const { block, line } of blocksIn(document.sequence, range)) {
    const own = blockAmounts.get(block, given, () => readAmounts(block, context));
    own.amounts.forEach((amount, i) => {
      const end = own.ends[i] as Position;
      const position = { line: line + end.line, character: end.character };
      if (!amount.reading.value || !holds(range, position)) return;
      const wrong = differencesAt(amount, own, found?.get(block) ?? [], block, document, language);
      if (wrong) hints.push({ position, paddingLeft: true, ...wrong });
      const share = shares ? shareText(amount, own, block, document, language) : '';
      if (share) hints.push({ position, paddingLeft: true, label: share });
    });
  }
  return hints;
}

function readAmounts({ kind, text }: Block, { vocabulary, moneyUnit }: RuleContext): BlockAmounts {
  const { amounts } = readRow(text, parseBlock(kind, text, vocabulary), vocabulary, moneyUnit);
  const lines = new BlockLines(text);
  return { amounts, ends: amounts.map(({ node }) => lines.rangeOf(node.text).end) };
}

function holds({ start, end }: Range, { line, character }: Position): boolean {
  return (
    (line > start.line || (line === start.line && character >= start.character)) &&
    (line < end.line || (line === end.line && character <= end.character))
  );
}

function differencesAt(
  amount: Amount,
  row: BlockAmounts,
  found: readonly Finding[],
  block: Block,
  document: TableDocument,
  language: Language,
): Pick<InlayHint, 'label' | 'tooltip'> | undefined {
  const here = found.filter(({ rule, span }) => isOnSums(rule) && span.start === amount.node.text.start);
  if (here.length === 0) return undefined;
  const expected = expectedOf(amount, row, block, document);
  const labels = here.flatMap(({ rule, message }) => {
    const one = expected.find(({ by }) => (by === 'sources') === (rule === totalMismatch));
    if (!one) return [];
    const by = message === 'projects' ? 'projects' : one.by;
    const text = one.comparison === 'rounding' ? ROUNDING : DIFFERENCES[by][one.above.isNegative ? 'less' : 'more'];
    return text[language].replace('{difference}', one.above.abs().toAmount());
  });
  const tooltip = here.map((finding) => formatMessage(finding.rule, finding, language)).join('\n');
  return labels.length > 0 ? { label: labels.join(' · '), tooltip } : undefined;
}

function isOnSums(rule: Finding['rule']): boolean {
  return rule === totalMismatch || rule === sumMismatch || rule === sumRounding;
}

function shareText(
  { column, reading, node }: Amount,
  row: BlockAmounts,
  block: Block,
  document: TableDocument,
  language: Language,
): string {
  if (column !== totalColumn(document.context.vocabulary) || !reading.value) return '';
  if (block.kind !== 'project' && block.kind !== 'unit') return '';
  return amountOf(row, column)?.node === node
    ? sharesText(sharesOf(reading.value, column, block, document), language)
    : '';
}

import { squeeze } from '../syntax/characters.ts';
import type { Span } from '../syntax/nodes.ts';
import { type CutEnd, cutsOfIndicators } from '../table/cuts.ts';
import type { Indicator, Row } from '../table/row.ts';
import type { RuleContext } from './rule.ts';

/** What the rules on classes that a project should have look at together. */

/** Where a project's indicators are spoken of: at their label, else at the project's name. */
export function indicatorsSpan(row: Row): Span {
  return row.tree.parts.find((part) => part.type === 'indicators')?.label ?? row.nameSpan;
}

/** Which ends of a project's indicators are cut. */
export function indicatorCuts({ indicators }: Row, text: string, { vocabulary }: RuleContext): readonly CutEnd[] {
  const nodes = indicators.map(({ node }) => node);
  const last = nodes.at(-1);
  return last ? cutsOfIndicators(nodes, text, text.charCodeAt(last.end - 1), vocabulary) : [];
}

/** The indicators of a project without the pieces that are left of one where they are cut. */
export function wholeIndicators(indicators: readonly Indicator[], cuts: readonly CutEnd[]): readonly Indicator[] {
  const isPiece = (indicator: Indicator, end: CutEnd) => cuts.includes(end) && !indicator.level1 && !indicator.class2;
  return indicators.filter((indicator, i) => {
    const isHead = i === 0 && indicator.number === undefined && isPiece(indicator, 'head');
    return !isHead && !(i === indicators.length - 1 && isPiece(indicator, 'tail'));
  });
}

/** Whether an indicator is of a class, of either level, or may be: its own is not written, or unknown. */
export function mayBeOf(code: string, { level1, level2 }: Indicator): boolean {
  if (level1?.code === code || level2?.code === code) return true;
  return !level2 && (!level1 || (code.length > 1 && code.startsWith(level1.code)));
}

/** Whether a name speaks of cost or of keeping within the budget, wherever it is filed. */
export function speaksOfCost({ name }: Indicator, { vocabulary }: RuleContext): boolean {
  const said = squeeze(name);
  return vocabulary.judging.classContent.some(
    (content) => content.classes.list.some(isCost) && content.words.in(said) && !content.not.in(said),
  );
}

/** Codes of cost: a class of output in the older system, a level-1 class in the newer. */
export const COSTS = ['4', '14'];

/** Whether a class is one of cost. */
export function isCost(code: string): boolean {
  return COSTS.some((cost) => code.startsWith(cost));
}

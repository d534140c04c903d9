import { mayBeOf } from '../../rules/demandedClasses.ts';
import { weigh } from '../../rules/weights.ts';
import { Decimal, sum } from '../../table/decimal.ts';
import type { Asked } from './asked.ts';

/** What the weights of a project's other indicators leave. */
export interface WeightsLeft {
  /** For each sum that is right, as far as something is left. */
  readonly left: readonly string[];
  /** Whether the cursor's indicator is the last one without, in a project that has all classes it is to have. */
  readonly isLast: boolean;
}

const NONE: WeightsLeft = { left: [], isLast: false };

/** @param code the level-2 class of the cursor's indicator */
export function weightsLeft(code: string | undefined, { cursor, vocabulary }: Asked): WeightsLeft {
  const { block, beginsBlock, document, before } = cursor;
  const { required, expected, weights } = vocabulary.profile.demands;
  if (!weights || !block || beginsBlock) return NONE;
  const at = before.length;
  const others = document.row(block).indicators.filter(({ node }) => !(node.start <= at && at <= node.end));
  const weighed = others.flatMap((indicator) => weigh(indicator).weight ?? []);
  if (weighed.length === 0) return NONE;
  const have = sum(weighed);
  const left = weights.sums.flatMap((right) => {
    const rest = (Decimal.parse(String(right)) as Decimal).minus(have);
    return rest.compare(Decimal.zero) > 0 ? rest.toString() : [];
  });
  const has = (wanted: string) =>
    code?.startsWith(wanted) === true || others.some((indicator) => mayBeOf(wanted, indicator));
  return { left, isLast: weighed.length === others.length && [...required, ...expected].every(has) };
}

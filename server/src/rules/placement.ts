import type { BlockKind } from '../syntax/nodes.ts';
import type { Amount, Indicator, Row } from '../table/row.ts';

/** The labels that may stand in each kind of block, by role. */
const ALLOWED: Readonly<Record<BlockKind, ReadonlySet<string>>> = {
  head: new Set(['department', 'moneyUnit', 'year', 'profile']),
  total: new Set(['total', 'amount']),
  unit: new Set(['unit', 'amount']),
  project: new Set(['project', 'amount', 'goal', 'field', 'indicators']),
  include: new Set(['include']),
};

/** Whether a label may stand in a block. Where it may not, that is the finding, and what stands behind it is not judged. */
export function mayStandIn(kind: BlockKind, role: string): boolean {
  return ALLOWED[kind].has(role);
}

/** The amounts of a row that are judged. */
export function amountsOf(row: Row): readonly Amount[] {
  return mayStandIn(row.kind, 'amount') ? row.amounts : [];
}

/** The indicators of a row that are judged. */
export function indicatorsOf(row: Row): readonly Indicator[] {
  return mayStandIn(row.kind, 'indicators') ? row.indicators : [];
}

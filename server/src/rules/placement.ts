import type { BlockKind } from '../syntax/nodes.ts';

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

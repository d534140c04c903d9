import type * as nodes from '../syntax/nodes.ts';
import type { Amount, Goal, Indicator, Row } from '../table/row.ts';

/** A part of a row with what was read of it. */
export type RowPart =
  | { readonly type: 'amount'; readonly part: nodes.Amount; readonly amount: Amount | undefined }
  | { readonly type: 'goal'; readonly part: nodes.Goal; readonly goal: Goal | undefined }
  | { readonly type: 'indicators'; readonly items: readonly RowItem[] }
  | { readonly type: 'field'; readonly part: nodes.Field }
  | { readonly type: 'other'; readonly part: nodes.Part };

/** An item of a list of indicators; `indicator` is there where it is one. */
export interface RowItem {
  readonly item: nodes.Indicators['items'][number];
  readonly indicator?: Indicator | undefined;
}

/** The parts of a row that say something, in order: what was read of each kind stands in the row in the same order. */
export function rowParts({ tree, amounts, goals, indicators }: Row): RowPart[] {
  let amount = 0;
  let goal = 0;
  let indicator = 0;
  return tree.parts.flatMap((part): RowPart[] => {
    switch (part.type) {
      case 'comment':
      case 'lead':
        return [];
      case 'amount':
        return [{ type: 'amount', part, amount: amounts[amount++] }];
      case 'goal':
        return [{ type: 'goal', part, goal: goals[goal++] }];
      case 'indicators': {
        const items = part.items.map((item): RowItem => {
          return item.type === 'indicator' ? { item, indicator: indicators[indicator++] } : { item };
        });
        return [{ type: 'indicators', items }];
      }
      case 'field':
        return [{ type: 'field', part }];
      default:
        return [{ type: 'other', part }];
    }
  });
}

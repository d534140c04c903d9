import type { Judging } from '../profile/judging.ts';
import type { Indicator } from '../table/row.ts';
import { isSatisfaction } from './levels.ts';

/** Whether every value of the indicator's class is a number: quantity, cost and satisfaction. */
export function isMeasured(indicator: Indicator, { measured }: Judging): boolean {
  return indicator.level2 ? measured.has(indicator.level2.code) : isSatisfaction(indicator);
}

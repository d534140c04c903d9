import type { Judging } from '../profile/judging.ts';
import type { Indicator } from '../table/row.ts';

const SATISFACTION = '3';
const BENEFIT = '2';

/** Whether every value of the indicator's class is a number: quantity, cost and satisfaction. */
export function isMeasured({ level1, level2 }: Indicator, { measured }: Judging): boolean {
  return level2 ? measured.has(level2.code) : level1?.code === SATISFACTION;
}

export function isSatisfaction({ level1 }: Indicator): boolean {
  return level1?.code === SATISFACTION;
}

export function isBenefit({ level1 }: Indicator): boolean {
  return level1?.code === BENEFIT;
}

import type { Indicator } from '../table/row.ts';

/** Codes of the level-1 classes: the same in every profile that has them. */
export const OUTPUT = '1';
export const BENEFIT = '2';
export const SATISFACTION = '3';
export const COST = '4';

export function isOutput({ level1 }: Indicator): boolean {
  return level1?.code === OUTPUT;
}

export function isBenefit({ level1 }: Indicator): boolean {
  return level1?.code === BENEFIT;
}

export function isSatisfaction({ level1 }: Indicator): boolean {
  return level1?.code === SATISFACTION;
}

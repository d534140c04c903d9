import { squeeze } from '../syntax/characters.ts';

/** The unit of a table's amounts (金额单位). */
export interface MoneyUnit {
  readonly name: string;
  /** Its value in 元, as a power of ten. */
  readonly power: number;
}

export const MONEY_UNITS: readonly MoneyUnit[] = [
  { name: '元', power: 0 },
  { name: '千元', power: 3 },
  { name: '万元', power: 4 },
  { name: '亿元', power: 8 },
];

/** The unit that a table without 单位 is read in. */
export const DEFAULT_MONEY_UNIT = MONEY_UNITS[2] as MoneyUnit;

/** Amounts are paid to the 分 (0.01 元): no amount has more digits after the point than that leaves. */
export function decimalsOf(unit: MoneyUnit): number {
  return unit.power + 2;
}

/** The money unit that a text names, 人民币 and marks aside: `(人民币)万元`, `万元。`. */
export function readMoneyUnit(text: string): MoneyUnit | undefined {
  const word = squeeze(text).replace(/[(),:;。]|人民币/g, '');
  return MONEY_UNITS.find((unit) => unit.name === word || (unit.name !== '元' && unit.name === `${word}元`));
}

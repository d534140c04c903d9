import { Decimal } from '../../table/decimal.ts';
import { MONEY_UNITS, type MoneyUnit } from '../../table/moneyUnit.ts';

const [YUAN, , WAN] = MONEY_UNITS as readonly [MoneyUnit, MoneyUnit, MoneyUnit];
const ONE = new Decimal(1);

/** An amount with its money unit: `120.00 万元`. */
export function money(amount: Decimal, { name }: MoneyUnit): string {
  return `${amount.toAmount()} ${name}`;
}

/**
 * An amount in the table's money unit and in 元; in a table in 元 large ones in 万元 too. The unit that it is written in
 * is left out.
 * @param amount in the table's money unit
 */
export function inOtherUnits(amount: Decimal, moneyUnit: MoneyUnit, written: string): string[] {
  const yuan = amount.shifted(moneyUnit.power);
  const isLarge = yuan.abs().shifted(-WAN.power).compare(ONE) >= 0;
  return [...new Set([moneyUnit, YUAN, ...(moneyUnit === YUAN && isLarge ? [WAN] : [])])]
    .filter(({ name }) => name !== written)
    .map((unit) => money(yuan.shifted(-unit.power), unit));
}

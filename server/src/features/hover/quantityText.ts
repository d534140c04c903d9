import type { Quantity } from '../../table/value.ts';

/** A quantity as it is read: `≥ 90%`, `≤ 50 万元`. */
export function quantityText({ operator, number, unit }: Quantity): string {
  return `${operator} ${number.toString()}${unitText(unit)}`;
}

/** A unit behind a number: words are put apart from it, signs are not. */
export function unitText(unit: string): string {
  return unit === '' || /^[%‰/]/.test(unit) ? unit : ` ${unit}`;
}

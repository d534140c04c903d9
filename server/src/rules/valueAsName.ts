import type { Judging } from '../profile/judging.ts';
import type { Indicator, IndicatorValue } from '../table/row.ts';
import { isPlainQuantity, withoutLeftOver } from '../table/value.ts';
import { question } from '../table/wording.ts';

/** A percentage, or a number that is compared: no name. */
const LIKE_A_VALUE = /^(?:[≥≤><=].*\d|\d[\d,.]*[%‰]$)/;

/** Whether an indicator's name is a value, or what its values say; then nobody can tell what they are values of. */
export function isValueAsName(indicator: Indicator, judging: Judging): boolean {
  const { node, named } = indicator;
  return node.name !== undefined && named.squeezed !== '' && (isValue(named, judging) || isSaidByValues(indicator));
}

const isValue = question((named, judging) => {
  const { squeezed, reading } = named;
  if (judging.vague.has(squeezed)) return true;
  return LIKE_A_VALUE.test(squeezed) && reading.kind === 'quantity' && isPlainQuantity(squeezed, reading);
});

/** Whether the values for the year and the period, those that are there, are the name. */
function isSaidByValues({ named, year, period }: Indicator): boolean {
  const name = named.squeezed;
  const says = ({ said }: IndicatorValue) => said.squeezed.endsWith(name) && withoutLeftOver(said.squeezed) === name;
  return Boolean(year ?? period) && (!year || says(year)) && (!period || period === year || says(period));
}

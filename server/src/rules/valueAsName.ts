import type { Judging } from '../profile/judging.ts';
import { squeeze } from '../syntax/characters.ts';
import type { Indicator } from '../table/row.ts';
import { isPlainQuantity, readValue, withoutLeftOver } from '../table/value.ts';
import { valueFor } from './judged.ts';

/** A percentage, or a number that is compared: no name. */
const LIKE_A_VALUE = /^(?:[≥≤><=].*\d|\d[\d,.]*[%‰]$)/;

/** Whether an indicator's name is a value, or what its values say; then nobody can tell what they are values of. */
export function isValueAsName(indicator: Indicator, judging: Judging): boolean {
  const { node } = indicator;
  if (!node.name) return false;
  const name = squeeze(indicator.name);
  return name !== '' && (judging.vague.has(name) || isQuantity(name) || isSaidByValues(name, indicator));
}

function isQuantity(name: string): boolean {
  if (!LIKE_A_VALUE.test(name)) return false;
  const reading = readValue(name);
  return reading.kind === 'quantity' && isPlainQuantity(name, reading);
}

/** Whether the values for the year and the period, those that are there, are the name. */
function isSaidByValues(name: string, indicator: Indicator): boolean {
  const year = valueFor(indicator, 'year');
  const period = valueFor(indicator, 'period');
  const says = (text: string) => withoutLeftOver(squeeze(text)) === name;
  return Boolean(year ?? period) && (!year || says(year.text)) && (!period || period === year || says(period.text));
}

import type { Judging } from '../profile/judging.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { compareSum } from '../table/comparison.ts';
import type { Decimal } from '../table/decimal.ts';
import { sum } from '../table/decimal.ts';
import {
  type Amount,
  amountOf,
  type Indicator,
  type Row,
  sourceAmounts,
  sourcesReadable,
  totalColumn,
} from '../table/row.ts';
import type { Quantity } from '../table/value.ts';
import { question, unitOf } from '../table/wording.ts';
import { type JudgedValue, judgedValue } from './judged.ts';
import { COST, OUTPUT } from './levels.ts';

/** What a project's amount and the money that its indicators speak of are, to be held against each other. */

export interface SettledTotal {
  readonly amount: Amount;
  readonly value: Decimal;
}

/** The total of a project. Undefined where it is not known, or in doubt since its sources add up to something else. */
export function settledTotal(row: Row, vocabulary: Vocabulary): SettledTotal | undefined {
  const column = totalColumn(vocabulary);
  const amount = amountOf(row, column);
  const value = amount?.reading.value;
  if (!amount || !value) return undefined;
  if (!sourcesReadable(row, column, vocabulary)) return undefined;
  const addends = sourceAmounts(row, column, vocabulary);
  const isInDoubt = addends.length > 0 && compareSum(value, sum(addends), addends.length) === 'mismatch';
  return isInDoubt ? undefined : { amount, value };
}

/** The value that an indicator is judged by, where it is meant for the year, as the amounts are. */
export function annualValue(indicator: Indicator): JudgedValue | undefined {
  const judged = judgedValue(indicator);
  return judged?.value.label?.span === 'period' ? undefined : judged;
}

const speaksOfOthers = question(({ squeezed }, { notSpending }) => notSpending.in(squeezed) !== undefined);
const speaksOfSpending = question(({ squeezed }, { spending }) => spending.in(squeezed) !== undefined);

/**
 * Whether an indicator is about what the project gives and spends: not about what comes of it, nor about what it costs
 * society and nature.
 */
export function isOfProject({ level1, level2, named }: Indicator, judging: Judging): boolean {
  if (speaksOfOthers(named, judging)) return false;
  if (level2 && judging.costClasses.has(level2.code)) return true;
  return level1 === undefined || level1.code === OUTPUT || (level1.code === COST && !level2);
}

/** Whether money that an indicator speaks of is what the project spends: by its class, else by a word of its name. */
export function isSpending(indicator: Indicator, judging: Judging): boolean {
  if (!isOfProject(indicator, judging)) return false;
  const isCost = indicator.level1?.code === COST || judging.costClasses.has(indicator.level2?.code ?? '');
  return isCost || speaksOfSpending(indicator.named, judging);
}

/** A quantity with the unit in brackets that the indicator's name ends in, where it has none: `奖励标准(万元/家)`. */
export function withUnitOf({ named }: Indicator, quantity: Quantity): Quantity {
  return { ...quantity, unit: unitOf(named, quantity) };
}

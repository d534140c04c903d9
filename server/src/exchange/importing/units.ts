import { squeeze } from '../../syntax/characters.ts';
import { compareSum } from '../../table/comparison.ts';
import { Decimal } from '../../table/decimal.ts';

/** What is known of a row when units are told from projects. */
export interface Candidate {
  readonly name: string;
  /** Total of the row; undefined where it has none that can be read. */
  readonly amount: Decimal | undefined;
  /** Has neither goal nor indicators: only such a row may be a unit. */
  readonly bare: boolean;
}

/**
 * Which rows are units. A unit's row has neither goal nor indicators, but a project's may have lost both, so every bare
 * row is weighed: for a unit speaks that the rows after it, up to the next unit, add up to its amount (within rounding;
 * one single row may do so by chance and speaks little), and a name as organisations have; against it, amounts that do
 * not add up, and a name as projects have. The rows are parted so that all of them together are weighed best: a bare
 * project takes its amount into the sum of its unit.
 */
export function findUnits(rows: readonly Candidate[]): Set<number> {
  const bare = rows.flatMap((row, i) => (row.bare ? [i] : []));
  const sums = [Decimal.zero];
  /** How many amounts are in each sum; nothing but zeros says nothing. */
  const addends = [0];
  for (const { amount } of rows) {
    sums.push((sums.at(-1) as Decimal).plus(amount ?? Decimal.zero));
    addends.push((addends.at(-1) as number) + (amount && !amount.isZero ? 1 : 0));
  }

  // From the end, for every bare row: what the rows from it on weigh at best if it is a unit, and which is the next unit;
  // and which bare row from it on is best as the next unit, if any.
  const end: Weighed = { weight: 0, unit: bare.length };
  const asUnit: Weighed[] = [];
  const onwards: Weighed[] = [];
  onwards[bare.length] = end;
  for (let k = bare.length - 1; k >= 0; k--) {
    const start = bare[k] as number;
    const { name, amount } = rows[start] as Candidate;
    const after = onwards[k + 1] as Weighed;
    let best = { weight: DOES_NOT_ADD_UP + after.weight, unit: after.unit };
    for (let next = k + 1; amount && !amount.isZero && next <= bare.length; next++) {
      const stop = bare[next] ?? rows.length;
      const sum = (sums[stop] as Decimal).minus(sums[start + 1] as Decimal);
      const count = (addends[stop] as number) - (addends[start + 1] as number);
      if (compareSum(amount, sum, count) === 'mismatch') {
        if (sum.compare(amount) > 0) break;
      } else if (count > 0) {
        const weight = (count > 1 ? ADDS_UP : ADDS_UP_ALONE) + (asUnit[next] ?? end).weight;
        if (weight > best.weight) best = { weight, unit: next };
      }
    }
    asUnit[k] = { weight: best.weight + nameWeight(name), unit: best.unit };
    onwards[k] =
      (asUnit[k] as Weighed).weight > after.weight ? { weight: (asUnit[k] as Weighed).weight, unit: k } : after;
  }

  const units = new Set<number>();
  for (let k = (onwards[0] as Weighed).unit; k < bare.length; k = (asUnit[k] as Weighed).unit)
    units.add(bare[k] as number);
  return units;
}

/** A weight and the unit (index among the bare rows) it comes with. */
interface Weighed {
  readonly weight: number;
  readonly unit: number;
}

const ADDS_UP = 3;
const ADDS_UP_ALONE = 1;
const DOES_NOT_ADD_UP = -1;
const NAMED_AS_UNIT = 2;
const NAMED_AS_PROJECT = -2;

function nameWeight(name: string): number {
  return isUnitName(name) ? NAMED_AS_UNIT : isProjectName(name) ? NAMED_AS_PROJECT : 0;
}

const UNIT_ENDS =
  /(?:本级|机关|本部|局|委|办|厅|厂|院|校|学|馆|所|站|队|处|科|社|会|协|联|园|庭|镇|乡|街道|街|村|政府|中心|公司|大队|支队|基地|医院)$/;
const PROJECT_ENDS =
  /(?:经费|费|费用|资金|专项|项目|补贴|补助|奖励|支出|工程|款|预留|活动|工作|研究|建设|运维|维护|号)$/;

/** Whether a name ends as those of organisations do. */
export function isUnitName(name: string): boolean {
  return !/[:：。；;]/.test(name) && UNIT_ENDS.test(withoutBrackets(name));
}

function isProjectName(name: string): boolean {
  return PROJECT_ENDS.test(withoutBrackets(name));
}

function withoutBrackets(name: string): string {
  const word = squeeze(name);
  const bracket = word.endsWith(')') ? word.lastIndexOf('(') : -1;
  return bracket > 0 ? word.slice(0, bracket) : word;
}

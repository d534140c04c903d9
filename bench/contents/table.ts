import { readFileSync } from 'node:fs';
import type { Profile, StandardIndicator } from '../../server/src/profile/profile.ts';
import { Decimal, sum } from '../../server/src/table/decimal.ts';

/**
 * A sound table of any size, the same for the same seed: units of some 25 projects with right sums, seven indicators a
 * project. What it says, not how: each language of the bench has a writer of its own.
 */
export interface Size {
  readonly projects: number;
  readonly seed?: number;
  /** How many projects have a mistake. */
  readonly slips?: number;
}

/** The amounts of the profile's columns, the first being the sum of the others. */
export type Amounts = readonly Decimal[];

export interface Indicator {
  readonly number: number;
  /** Code and name of both levels. */
  readonly class1: string;
  readonly class2: string;
  readonly name: string;
  readonly value: string;
}

export interface Project {
  readonly name: string;
  readonly amounts: Amounts;
  readonly goals: readonly string[];
  readonly indicators: readonly Indicator[];
  /** Which mistake it has. */
  readonly slip: number | undefined;
}

export interface Unit {
  readonly name: string;
  readonly amounts: Amounts;
  readonly projects: readonly Project[];
}

export interface Table {
  readonly amounts: Amounts;
  readonly units: readonly Unit[];
}

const PROJECTS_PER_UNIT = 25;

export const profile = readJson('../../server/src/profile/guangzhou.json') as Profile;
const catalogue = readJson('../../server/src/profile/guangzhou.indicators.json') as StandardIndicator[];

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

/** Level-2 classes of a project's indicators, in order. */
const CLASSES = ['11', '11', '12', '13', '21', '22', '31'];

/** Rates and counts of things: a value of these is a number with its unit. */
const COUNTED = new Set(['个', '家', '场', '次', '项', '人', '人次', '份', '套', '条', '篇', '件']);

const indicatorsOf = new Map(
  [...new Set(CLASSES)].map((code) => [
    code,
    catalogue.filter((one) => one.class === code && (one.unit === '%' || COUNTED.has(one.unit ?? ''))),
  ]),
);

const PLACES = ['东城', '西城', '南岸', '北山', '新港', '河口', '湖滨', '石桥', '沙湾', '大岗', '榄核', '化龙'];
const ORGANISATIONS = [
  '科技服务中心',
  '工业促进中心',
  '商务发展中心',
  '信息化中心',
  '文化馆',
  '图书馆',
  '水务所',
  '市政所',
];
const SUBJECTS = [
  '科技金融',
  '产业人才',
  '美食节',
  '数字政务',
  '防汛抢险',
  '社区教育',
  '企业帮扶',
  '促消费',
  '普法宣传',
  '文物保护',
];
const KINDS = ['专项经费', '补助资金', '扶持资金', '工作经费', '补贴资金', '奖励资金'];
const PURPOSES = [
  '按照年度工作计划组织实施,做好前期调研、方案论证和过程管理,保证各项任务按时保质完成',
  '完善公共服务体系,提高服务的覆盖面和便利程度,让辖区居民和企业有实实在在的获得感',
  '规范资金申报、评审、公示和拨付流程,加强跟踪检查,提高财政资金使用效益',
  '引导社会力量共同参与,形成政府主导、部门协同、多方支持的工作格局',
  '加强安全管理和隐患排查,落实责任到人,全年不发生责任事故',
];

/** Numbers from 0 up to, but without, a limit; the same for the same seed. */
type Pick = (limit: number) => number;

/** Marsaglia's xorshift: good enough for a table, and the same everywhere. */
function picker(seed: number): Pick {
  let state = (seed * 2654435761 + 88172645) >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % limit;
  };
}

function one<T>(from: readonly T[], pick: Pick): T {
  return from[pick(from.length)] as T;
}

function projectAmounts(pick: Pick): Amounts {
  const budget = new Decimal(BigInt(100 + pick(500_000)), 2);
  const special = pick(20) === 0 ? new Decimal(BigInt(1 + pick(9_999)), 2) : Decimal.zero;
  const other = pick(4) === 0 ? new Decimal(BigInt(1 + pick(99_999)), 2) : Decimal.zero;
  return [sum([budget, special, other]), budget, special, other];
}

function addUp(rows: readonly Amounts[]): Amounts {
  return profile.columns.map((_, column) => sum(rows.map((row) => row[column] as Decimal)));
}

function goalsOf(name: string, pick: Pick): string[] {
  const goals = [`通过实施${name},${one(PURPOSES, pick)}。`, `${one(PURPOSES, pick)}。`];
  if (pick(3) === 0) goals.push(`${one(PURPOSES, pick)}。`);
  return goals;
}

function valueFor(indicator: StandardIndicator, pick: Pick): string {
  if (indicator.typical) return indicator.typical;
  if (indicator.name.endsWith('增长率')) return `≥${2 + pick(9)}%`;
  if (indicator.unit === '%') return indicator.direction === 'lower' ? `≤${1 + pick(9)}%` : `≥${90 + pick(10)}%`;
  return `${indicator.direction === 'lower' ? '≤' : '≥'}${2 + pick(400)}${indicator.unit}`;
}

function indicatorsFor(pick: Pick): Indicator[] {
  const taken = new Set<string>();
  return CLASSES.map((code, i) => {
    const parent = profile.classes.find((level1) => level1.children.some((level2) => level2.code === code));
    const level2 = parent?.children.find((child) => child.code === code);
    let indicator = one(indicatorsOf.get(code) as StandardIndicator[], pick);
    while (taken.has(indicator.name)) indicator = one(indicatorsOf.get(code) as StandardIndicator[], pick);
    taken.add(indicator.name);
    return {
      number: i + 1,
      class1: `${parent?.code}-${parent?.name}`,
      class2: `${code}-${level2?.name}`,
      name: indicator.name,
      value: valueFor(indicator, pick),
    };
  });
}

/** How many kinds of mistakes there are; what they are is a matter of the writer. */
export const SLIP_KINDS = 5;

export function makeTable({ projects, seed = 1, slips = 0 }: Size): Table {
  const pick = picker(seed);
  const units: Unit[] = [];
  let written = 0;
  let slipped = 0;
  while (written < projects) {
    const name = `示范市${one(PLACES, pick)}${one(ORGANISATIONS, pick)}(${units.length + 1})`;
    const own: Project[] = [];
    const count = Math.min(projects - written, PROJECTS_PER_UNIT - 5 + pick(11));
    for (let i = 0; i < count; i++) {
      const title = `${one(PLACES, pick)}${one(SUBJECTS, pick)}${one(KINDS, pick)}(第${i + 1}项)`;
      const amounts = projectAmounts(pick);
      const goals = goalsOf(`${name}的${title}`, pick);
      const indicators = indicatorsFor(pick);
      written++;
      const due = Math.floor((written / projects) * slips);
      let slip: number | undefined;
      for (; slipped < due; slipped++) slip = pick(SLIP_KINDS);
      own.push({ name: title, amounts, goals, indicators, slip });
    }
    units.push({ name, amounts: addUp(own.map((project) => project.amounts)), projects: own });
  }
  return { amounts: addUp(units.map((unit) => unit.amounts)), units };
}

import type { Direction, StandardIndicator } from '../../profile/profile.ts';
import { isCost } from '../../rules/demandedClasses.ts';
import { rateName } from '../../rules/rateName.ts';
import { nameUnit } from '../../table/nameUnit.ts';
import { plainName } from '../../table/plainName.ts';
import { readValue } from '../../table/value.ts';
import { valueParts } from '../../table/valueParts.ts';
import { wordingOf } from '../../table/wording.ts';
import type { Asked } from './asked.ts';
import { normalize } from './matching.ts';

/** What can be told of an indicator's value before it is written. */
export interface Known {
  /** The level-2 class of the indicator. */
  readonly code: string | undefined;
  /** Values that others of the name have, and the typical one, the likeliest first. */
  readonly values: readonly string[];
  /** What the number counts; `''` where that is not known. */
  readonly unit: string;
  readonly direction: Direction | undefined;
  /** What mostly stands before the number: `≥`, `≤`, `不少于`, or nothing. */
  readonly operator: string;
}

/** A value with a place for its number. */
export interface Pattern {
  readonly before: string;
  /** Empty where it is to be typed. */
  readonly number: string;
  readonly after: string;
}

export const NOTHING_KNOWN: Known = { code: undefined, values: [], unit: '', direction: undefined, operator: '' };

/** Names with a tail in common count the same things from this many characters on. */
const SHORTEST_TAIL = 3;

/** As many names of a class say what its rates mostly are. */
const MOST_NAMES = 200;

/** The standard indicator of a name: in its class, else in none. */
export function standardOf(
  name: string,
  classCode: string | undefined,
  { names }: Pick<Asked, 'names'>,
): StandardIndicator | undefined {
  const key = normalize(name);
  return names.find(({ indicator, word }) => indicator.class === classCode && word.text === key)?.indicator;
}

/**
 * What is known of a name's value: by that name itself, else by the names that end alike.
 * @param standard the standard indicator of the name, where it is one
 */
export function knownOf(
  name: string,
  code: string | undefined,
  standard: StandardIndicator | undefined,
  asked: Asked,
): Known {
  if (code === undefined || name === '') return { ...NOTHING_KNOWN, code };
  const { vocabulary } = asked;
  const written = asked.written();
  const given = written.values(code, name);
  const values = [...new Set([...given, ...(standard?.typical === undefined ? [] : [standard.typical])])];
  const like = values.length > 0 || standard ? undefined : likeOf(name, code, asked);
  const isRate = isRateName(name, asked);
  const direction = standard?.direction ?? like?.standard?.direction ?? (isCost(code) ? 'lower' : undefined);
  const byName = vocabulary.judging.nameUnits.find(({ endings }) => endings.endOf(plainName(name)))?.unit;
  const unit = unitIn(values[0]) ?? standard?.unit ?? (nameUnit(name) || (isRate ? '%' : (like?.unit ?? byName ?? '')));
  const rates = isRate && values.length === 0 && unit === '%' ? ratesLike(like, code, asked) : [];
  return {
    code,
    values: [...values, ...rates],
    unit,
    direction,
    operator: like?.operator ?? usualOperator(code, direction, asked),
  };
}

/** What is put in for a value of which so much is known; undefined where nothing is. */
export function patternOf({ values, unit, operator }: Known): Pattern | undefined {
  const [value] = values;
  if (value !== undefined) return partsOf(value);
  return unit === '' ? undefined : { before: operator, number: '', after: unit };
}

/** A value of which only the number is typed over, or all of it where it has none. */
export function partsOf(value: string): Pattern {
  const [before, number, after] = valueParts(value);
  return number === '' ? { before: '', number: value, after: '' } : { before, number, after };
}

/** What the names that end like another have for values. */
interface Like {
  readonly standard: StandardIndicator | undefined;
  readonly values: readonly string[];
  readonly unit: string | undefined;
  readonly operator: string | undefined;
}

/** The name of the class that has the longest tail in common with another; one that is written goes first. */
function likeOf(name: string, code: string, asked: Asked): Like | undefined {
  const own = plainName(name);
  const written = asked.written();
  let longest = SHORTEST_TAIL - 1;
  let used: string | undefined;
  for (const [other] of written.names(code)) {
    const length = other === name ? 0 : commonTail(own, plainName(other));
    if (length <= longest) continue;
    longest = length;
    used = other;
  }
  let standard: StandardIndicator | undefined;
  for (const indicator of asked.catalogue) {
    if (indicator.class !== code) continue;
    const length = commonTail(own, plainName(indicator.name));
    if (length <= longest) continue;
    longest = length;
    standard = indicator;
  }
  if (standard) return { standard, values: [standard.typical ?? []].flat(), unit: standard.unit, operator: undefined };
  if (used === undefined) return undefined;
  const values = written.values(code, used);
  const [before, number] = valueParts(values[0] ?? '');
  return {
    standard: undefined,
    values,
    unit: unitIn(values[0]),
    operator: number === '' ? undefined : before,
  };
}

/** The unit of a value that is one number. */
function unitIn(value = ''): string | undefined {
  const reading = readValue(value);
  return reading.kind === 'quantity' ? reading.unit : undefined;
}

function commonTail(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}

function isRateName(name: string, { vocabulary: { judging } }: Asked): boolean {
  return (
    rateName(wordingOf(name), judging) === 'rate' || judging.satisfactionEndings.endOf(plainName(name)) !== undefined
  );
}

/** Rates that names alike have, else the one that most names of the class have. */
function ratesLike(like: Like | undefined, code: string, asked: Asked): string[] {
  const alike = like?.values.filter((value) => value.endsWith('%')) ?? [];
  if (alike.length > 0) return alike.slice(0, 1);
  const written = asked.written();
  const counts = new Map<string, number>();
  for (const [name, count] of [...written.names(code)].slice(0, MOST_NAMES)) {
    const [value = ''] = written.values(code, name);
    if (value.endsWith('%') && isRateName(name, asked)) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 1)
    .map(([value]) => value);
}

/** What mostly stands before the numbers of a class, as far as it goes with a direction. */
function usualOperator(code: string, direction: Direction | undefined, asked: Asked): string {
  const byDirection = direction === 'higher' ? '≥' : direction === 'lower' ? '≤' : '';
  const not = direction === 'higher' ? '≤' : direction === 'lower' ? '≥' : undefined;
  let usual = byDirection;
  let most = 0;
  for (const [operator, count] of asked.written().operators(code)) {
    if (!['', '≥', '≤'].includes(operator) || operator === not || count <= most) continue;
    usual = operator;
    most = count;
  }
  return usual;
}

import { squeeze } from '../syntax/characters.ts';
import type { Span } from '../syntax/nodes.ts';
import { Decimal } from './decimal.ts';
import type { MoneyUnit } from './moneyUnit.ts';
import { splitUnit, unitAt } from './valueUnit.ts';

export type Operator = '≥' | '≤' | '=' | '>' | '<';

/** An indicator's value as people mean it: one number with its unit, or words. */
export type ValueReading = Quantity | Qualitative;

export interface Quantity {
  readonly kind: 'quantity';
  readonly operator: Operator;
  readonly number: Decimal;
  /** Unit as written, such as `%`, `万人次`, `人/团` or `/10万`; `''` where none is. */
  readonly unit: string;
}

export interface Qualitative {
  readonly kind: 'qualitative';
  /** Whether there are numbers in it all the same: a date, a range, several of them. */
  readonly hasNumber: boolean;
}

/** 标准, which a form has left before the value, read well or not. */
const LEFT_OVER = /^标[准推椎][:;]/;

/** Digits that count nothing: dates, ordinals, numbers of documents. They part clauses. */
const NO_COUNT = new RegExp(
  [
    '(?:19|20)\\d\\d年度?(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?',
    '\\d{1,2}月(?:\\d{1,2}[日号])?(?!以?内)',
    '\\d{1,2}[日号](?=之?前)',
    '第\\d+',
    '〔\\d+〕(?:\\d+号)?',
  ].join('|'),
  'g',
);
const BRACKETS = /\([^()]*\)/g;
const NUMBER = /(?<![A-Za-z\d./])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/g;
const LIKE_A_YEAR = /^(?:19|20)\d\d$/;

/** Words and signs that compare, those first that hold others. */
const COMPARING: readonly (readonly [Operator | undefined, string])[] = [
  ['≥', '不少于|不低于|不小于|不得少于|不得低于|至少|最少|大于等于|大于或等于|≥|≧|>=|=>|》='],
  ['≤', '不超过|不高于|不多于|不大于|不得超过|不得高于|至多|最多|小于等于|小于或等于|≤|≦|<=|=<|《='],
  ['<', '低于|少于|小于|<'],
  ['>', '高于|超过|大于|多于|>'],
  ['=', '等于|=|═'],
  // What follows the number decides; without it, at most.
  [undefined, '控制在'],
];
const BEFORE = new RegExp(COMPARING.map(([, words]) => `(${words})`).join('|'), 'g');
/** Words that compare from behind the number. */
const COMPARES_BEHIND = /^(?:[及或]?以[上下]|以内|之内|内)/;
const BEHIND = /^(?:[及或]?以[上下]|以内|之内|内)?$/;
/** What Chinese input methods write for `>` and `<`, at a value's start only. */
const TYPED: Readonly<Record<string, Operator>> = { '》': '>', '《': '<' };

/** What most values are: a sign, a number, and words in which nothing else counts, nor makes a date of it. */
const PLAIN = /^([≥≤=><]?)(\d+(?:\.\d+)?)([^\d年月日号()]*)$/;

const NO_NUMBER: Qualitative = { kind: 'qualitative', hasNumber: false };
const NUMBERS: Qualitative = { kind: 'qualitative', hasNumber: true };

/**
 * Reads a value: operator, number, unit. A sentence in which one number counts something is a quantity too; with none
 * or several it is qualitative.
 * 以上 不少于 不低于 至少 mean ≥; 不超过 不高于 以内 以下 内 mean ≤; 低于 means <; 高于 超过 mean >.
 */
export function readValue(text: string): ValueReading {
  const squeezed = squeeze(text);
  const [plain, sign, figure, words] = PLAIN.exec(squeezed) ?? NOT_PLAIN;
  return plain === undefined
    ? readWords(squeezed)
    : readPlain(sign as Operator | '', figure as string, words as string);
}

const NOT_PLAIN: readonly undefined[] = [];

function readPlain(sign: Operator | '', figure: string, words: string): ValueReading {
  const unit = unitAt(words, true);
  if (!unit) return NUMBERS;
  const number = Decimal.parse(figure) as Decimal;
  return { kind: 'quantity', operator: sign || (unit.operator ?? '='), number, unit: unit.text };
}

function readWords(squeezed: string): ValueReading {
  const whole = withoutLeftOver(squeezed);
  if (!/\d/.test(whole)) return NO_NUMBER;
  const counting = whole.replace(NO_COUNT, ',');
  const outside = counting.replace(BRACKETS, '');
  const plain = /\d/.test(outside) ? outside : counting;
  const [found, ...others] = plain.matchAll(NUMBER);
  if (!found || others.length > 0) return NUMBERS;
  const digits = found[0];
  const before = plain.slice(0, found.index);
  const behind = plain.slice(found.index + digits.length);

  const isNegative = before.endsWith('-');
  const { operator, isAlone } = comparisonIn(isNegative ? before.slice(0, -1) : before);
  if (isNegative && /[A-Za-z\d]-$/.test(before)) return NUMBERS;
  const unit = unitAt(behind, isAlone);
  if (!unit || (!isAlone && unit.text === '' && LIKE_A_YEAR.test(digits))) return NUMBERS;
  const number = Decimal.parse(`${isNegative ? '-' : ''}${digits.replaceAll(',', '')}`) as Decimal;
  const decided = operator === 'by what follows' ? (unit.operator ?? '≤') : (operator ?? unit.operator ?? '=');
  return { kind: 'quantity', operator: decided, number, unit: unit.text };
}

/** A squeezed value without the 标准: that a form has left before it. */
export function withoutLeftOver(squeezed: string): string {
  return squeezed.replace(LEFT_OVER, '');
}

/** Whether a value is nothing but a number, with what compares it and its unit: `≥12家以上`, and no sentence. */
export function isPlainQuantity(text: string, { unit }: Quantity): boolean {
  const rest = withoutLeftOver(squeeze(text))
    .replace(BEFORE, '')
    .replace(/^[《》]/, '');
  const digits = /^-?\d[\d,.]*/.exec(rest)?.[0];
  return (
    digits !== undefined && rest.startsWith(unit, digits.length) && BEHIND.test(rest.slice(digits.length + unit.length))
  );
}

/** Where the parts of a quantity stand in its squeezed text. */
export interface QuantityParts {
  readonly number: Span;
  /** Where it has one. */
  readonly unit?: Span;
  /** The sign or word that compares, before the number or behind its unit. */
  readonly operator?: Span;
}

/** Where the number, the unit and the operator stand that a squeezed text was read as. */
export function partsOf(squeezed: string, { number, unit }: Quantity): QuantityParts | undefined {
  const wanted = number.abs();
  for (const { 0: digits, index } of squeezed.matchAll(NUMBER)) {
    const end = index + digits.length;
    if (!squeezed.startsWith(unit, end) || !Decimal.parse(digits.replaceAll(',', ''))?.equals(wanted)) continue;
    const start = number.isNegative ? index - 1 : index;
    const unitEnd = end + unit.length;
    const operator = wordBefore(squeezed.slice(0, start)) ?? wordBehind(squeezed, unitEnd);
    return {
      number: { start, end },
      ...(unit !== '' && { unit: { start: end, end: unitEnd } }),
      ...(operator && { operator }),
    };
  }
  return undefined;
}

/** The last word that compares in the clause before a number. */
function wordBefore(before: string): Span | undefined {
  if (TYPED[before]) return { start: 0, end: before.length };
  const from = clauseStart(before);
  const last = [...before.slice(from).matchAll(BEFORE)].at(-1);
  return last && { start: from + last.index, end: from + last.index + last[0].length };
}

function wordBehind(squeezed: string, from: number): Span | undefined {
  const word = COMPARES_BEHIND.exec(squeezed.slice(from, from + 8))?.[0];
  return word ? { start: from, end: from + word.length } : undefined;
}

/** Where the clause begins that a text ends with. */
function clauseStart(text: string): number {
  return 1 + Math.max(...[...',;:。'].map((mark) => text.lastIndexOf(mark)));
}

/** What the text before a number compares it by, and whether it says nothing else. */
function comparisonIn(before: string): { operator?: Operator | 'by what follows'; isAlone: boolean } {
  const typed = TYPED[before];
  if (typed) return { operator: typed, isAlone: true };
  const clause = before.slice(clauseStart(before));
  const last = [...clause.matchAll(BEFORE)].at(-1);
  const isAlone = before.replace(BEFORE, '') === '';
  if (!last) return { isAlone };
  const which = COMPARING.findIndex((_, i) => last[i + 1] !== undefined);
  return { operator: COMPARING[which]?.[0] ?? 'by what follows', isAlone };
}

/** Whether the number is a share: % and ‰, so many in 100,000, and points between such. */
export function isRate({ unit }: Quantity): boolean {
  return unit === '%' || /^(?:[%‰]|个?百分点|\/1?0*[百千万亿]+(?:\/\p{L}+)?)$/u.test(unit);
}

/** The number without 万 or 亿 in its unit: 1亿元 is 100,000,000 元. */
export function inPlainUnit({ number, unit }: Quantity): { readonly number: Decimal; readonly unit: string } {
  const { power, plain } = splitUnit(unit);
  return { number: number.shifted(power), unit: plain };
}

/** The amount that a quantity of 元, 万元, 亿元 … is in a table's money unit, exactly; undefined of anything else. */
export function moneyIn(quantity: Quantity, moneyUnit: MoneyUnit): Decimal | undefined {
  const { number, unit } = inPlainUnit(quantity);
  return unit === '元' ? number.shifted(-moneyUnit.power) : undefined;
}

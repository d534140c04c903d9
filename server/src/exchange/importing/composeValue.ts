import { squeeze } from '../../syntax/characters.ts';
import { type Operator, partsOf, readValue } from '../../table/value.ts';

/** A value of an indicator, put together from the cells that a form gives its parts. */
export interface ComposedValue {
  readonly text: string;
  /** Parts that could not be made part of it and are to be kept beside it. */
  readonly left: readonly ('operator' | 'unit')[];
  /** Parts that the value holds in other words, or that it needs not. */
  readonly changed: readonly ('operator' | 'unit' | 'value')[];
}

/** What forms write where a cell has nothing to say. */
const NOTHING = /^(?:[/\-—–_.…*]*|无|无量纲)$/;

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    '≥': '≥',
    '≧': '≥',
    '>=': '≥',
    '=>': '≥',
    大于等于: '≥',
    大于或等于: '≥',
    不少于: '≥',
    不低于: '≥',
    不小于: '≥',
    '≤': '≤',
    '≦': '≤',
    '<=': '≤',
    '=<': '≤',
    小于等于: '≤',
    小于或等于: '≤',
    不超过: '≤',
    不高于: '≤',
    不大于: '≤',
    '=': '=',
    '═': '=',
    等于: '=',
    '>': '>',
    大于: '>',
    高于: '>',
    '<': '<',
    小于: '<',
    低于: '<',
  } as const satisfies Readonly<Record<string, Operator>>),
);

/** Words that say of what kind a value is, and nothing of it. */
const KINDS = new Set(['定性', '定量', '定性指标', '定量指标', '定性描述', '文字描述', '文本', '数值', '数值型']);

/** Whether a word stands in a column of operators: a sign that compares, or 定性. */
export function isOperatorWord(word: string): boolean {
  return OPERATORS.has(word) || KINDS.has(word);
}

/** Whether a text is nothing but a sign or word that compares. */
export function isComparison(text: string): boolean {
  return OPERATORS.has(squeeze(text));
}

/** Whether a character is a sign that compares. */
export function isOperatorSign(character: string): boolean {
  return SIGNS.includes(squeeze(character)) && character !== '';
}

const SIGNS = '≥≧≤≦=═><';

/**
 * A value from its operator, its number or words, and its unit: `≥` `90` `%` → `≥90%`. What the value says itself is not
 * said twice; what would make it say something else is left.
 */
export function composeValue(value: string, operator: string, unit: string): ComposedValue {
  const left: ('operator' | 'unit')[] = [];
  const changed: ('operator' | 'unit' | 'value')[] = [];
  const bracketed = withUnitInBrackets(value);
  if (bracketed !== value) changed.push('value');
  let text = bracketed;
  const word = squeeze(unit);
  if (NOTHING.test(word)) {
    if (word !== '') changed.push('unit');
  } else if (!squeeze(text).includes(word)) {
    if (takesUnit(text)) text += unit;
    else left.push('unit');
  }
  const sign = squeeze(operator);
  const meant = OPERATORS.get(sign);
  if (meant) {
    const own = DATE_ALONE.test(squeeze(text)) ? 'none' : ownOperator(text);
    if (own === 'none') text = meant + text;
    if (own === 'none' ? meant !== sign : own === meant && !text.includes(meant)) changed.push('operator');
    else if (own !== 'none' && own !== meant) left.push('operator');
  } else if (KINDS.has(sign) || (NOTHING.test(sign) && sign !== '')) changed.push('operator');
  else if (sign !== '') left.push('operator');
  return { text, left, changed };
}

/** `=100.00(%)` → `=100.00%`. */
function withUnitInBrackets(value: string): string {
  const match = /^([≥≤=><＝＞＜]?\s*[\d.,]+)\s*[(（]([^()（）\d]{1,6})[)）]$/.exec(value);
  return match ? `${match[1]}${match[2]}` : value;
}

const DATE = /(?:19|20)\d\d[-./年]\d/;

/** Whether a unit may stand behind a value: it ends with a number and says nothing else but what compares it. */
function takesUnit(value: string): boolean {
  const word = squeeze(value);
  if (!/\d$/.test(word) || DATE.test(word)) return false;
  const reading = readValue(word);
  return reading.kind === 'quantity' ? reading.unit === '' : /^[\d.,~-]+$/.test(word);
}

const MONTH = String.raw`(?:(?:19|20)\d\d年)?\d{1,2}月(?:[份底末]|\d{1,2}[日号])?`;
const YEAR = String.raw`(?:19|20)\d\d年[底末]?`;
const ISO_DATE = String.raw`(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}`;
/** A date and nothing that says whether before it or after. */
const DATE_ALONE = new RegExp(`^(?:${MONTH}|${YEAR}|${ISO_DATE})$`);

/** The operator that a value has itself; `none` where it is a mere number that can take one, undefined where it is words. */
function ownOperator(value: string): Operator | 'none' | undefined {
  const word = squeeze(value);
  const reading = readValue(word);
  if (reading.kind !== 'quantity') return undefined;
  const parts = partsOf(word, reading);
  if (parts?.operator) return reading.operator;
  return /^-?\d/.test(word) ? 'none' : undefined;
}

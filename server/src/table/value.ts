import { squeeze } from '../syntax/characters.ts';
import { Decimal } from './decimal.ts';

export type Operator = '≥' | '≤' | '=' | '>' | '<';

/** An indicator's value as people mean it. */
export type ValueReading =
  | {
      readonly kind: 'quantity';
      readonly operator: Operator;
      readonly number: Decimal;
      /** Unit as written, `''` where none is. */
      readonly unit: string;
    }
  | { readonly kind: 'qualitative' };

const SIGNS: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:≥|≧|>=|=>|》=)/, '≥'],
  [/^(?:≤|≦|<=|=<|《=)/, '≤'],
  [/^(?:>|》)/, '>'],
  [/^(?:<|《)/, '<'],
  [/^(?:=|═)/, '='],
];

const WORDS_BEFORE: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:不少于|不低于|不小于|至少|大于等于|大于或等于)/, '≥'],
  [/^(?:不超过|不高于|不多于|不大于|至多|最多|小于等于|小于或等于|控制在)/, '≤'],
  [/^(?:低于|少于|小于)/, '<'],
  [/^(?:高于|超过|大于|多于)/, '>'],
  [/^(?:等于|达到|完成)/, '='],
];

const WORDS_AFTER: readonly (readonly [RegExp, Operator])[] = [
  [/(?:及以上|以上|以上满意)$/, '≥'],
  [/(?:及以下|以下|以内|之内|内)$/, '≤'],
];

const NUMBER = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)/;
/** What may stand behind a number as its unit: no digits, no clause. */
const UNIT = /^[^\d,.;:、。]{0,12}$/;

/**
 * Reads a value: operator, number, unit; a value without a number, or one that is a whole sentence, is qualitative.
 * 以上 不少于 不低于 至少 mean ≥; 不超过 不高于 以内 以下 内 mean ≤; 低于 means <; 高于 超过 mean >.
 */
export function readValue(text: string): ValueReading {
  let rest = squeeze(text);
  let operator: Operator | undefined;
  // A word may stand before a sign (控制在≥90%): the sign is what counts.
  for (const patterns of [WORDS_BEFORE, SIGNS]) {
    const found = patterns.find(([pattern]) => pattern.test(rest));
    if (!found) continue;
    operator = found[1];
    rest = rest.replace(found[0], '');
  }
  const digits = NUMBER.exec(rest)?.[0];
  if (!digits) return { kind: 'qualitative' };
  rest = rest.slice(digits.length);
  const after = WORDS_AFTER.find(([pattern]) => pattern.test(rest));
  if (after) {
    operator ??= after[1];
    rest = rest.replace(after[0], '');
  }
  if (!UNIT.test(rest)) return { kind: 'qualitative' };
  const number = Decimal.parse(digits.replaceAll(',', '')) as Decimal;
  return { kind: 'quantity', operator: operator ?? '=', number, unit: rest };
}

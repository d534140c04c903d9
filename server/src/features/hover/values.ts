import type { Bilingual } from '../../profile/profile.ts';
import type { Language } from '../../rules/rule.ts';
import { type Operator, readValue } from '../../table/value.ts';
import { bold, escapeMarkdown, list, paragraphs, say } from './markdown.ts';

const MESSAGES = {
  unit: { zh: '计量单位: {unit}', en: 'Unit: {unit}' },
  noUnit: { zh: '没有计量单位', en: 'No unit' },
  qualitative: {
    zh: '定性的指标值: 读不出可以比较的数。',
    en: 'A qualitative value: no number that could be compared.',
  },
  everyLabel: {
    zh: '没有写明是哪一个指标值,各指标值都取它。',
    en: 'No value label is written: it is the value of each.',
  },
} satisfies Record<string, Bilingual>;

const OPERATORS: Readonly<Record<Operator, Bilingual>> = {
  '≥': { zh: '不低于', en: 'at least' },
  '≤': { zh: '不超过', en: 'at most' },
  '=': { zh: '等于', en: 'exactly' },
  '>': { zh: '高于', en: 'more than' },
  '<': { zh: '低于', en: 'less than' },
};

/** How a value is read: operator, number and unit. */
export function describeValue(text: string, labelled: boolean, language: Language): string {
  const reading = readValue(text);
  const note = !labelled && say(MESSAGES.everyLabel, language);
  if (reading.kind === 'qualitative') return paragraphs(say(MESSAGES.qualitative, language), note);
  const { operator, number, unit } = reading;
  return paragraphs(
    `${bold(`${operator} ${number.toString()}`)} (${say(OPERATORS[operator], language)} ${number.toString()})`,
    list([unit ? say(MESSAGES.unit, language, { unit: escapeMarkdown(unit) }) : say(MESSAGES.noUnit, language)]),
    note,
  );
}

import { distance } from 'fastest-levenshtein';
import { squeeze } from '../../syntax/characters.ts';
import { parseIndicators } from '../../syntax/indicators.ts';
import { isAmountText } from '../../syntax/labels.ts';
import type { Span } from '../../syntax/nodes.ts';
import { className, type LabelMeaning, type Vocabulary } from '../../syntax/vocabulary.ts';
import { readMoneyUnit } from '../../table/moneyUnit.ts';
import type { Row } from '../../table/row.ts';
import { mayStandIn } from '../placement.ts';

/** Which label a word may mean: by its letters, by what the row lacks, and by what stands behind it. */

/** A letter is forgiven only in words of this length; in shorter ones where what follows fits too. */
export const SHORTEST_FORGIVEN = 3;

/** Whether a word is a label, a class or another word that people write before a colon. */
export function isWordOfItsOwn(
  word: string,
  { labels, fields, valueWords, classesByName, judging }: Vocabulary,
): boolean {
  return (
    labels.has(word) ||
    fields.has(word) ||
    judging.notLabels.has(word) ||
    classesByName.has(className(word)) ||
    valueWords.some((value) => value.word === word)
  );
}

/** Whether a word is one letter from a label; of short ones a letter may be another, but none too many or too few. */
export function isNear(word: string, label: string): boolean {
  if (word.length === label.length) return differsInOne(word, label);
  const isShort = word.length < SHORTEST_FORGIVEN || label.length < SHORTEST_FORGIVEN;
  return !isShort && Math.abs(word.length - label.length) === 1 && distance(word, label) === 1;
}

/** Whether a word is as long as a label and has one other letter. */
export function differsInOne(word: string, label: string): boolean {
  if (word.length !== label.length) return false;
  let others = 0;
  for (let i = 0; i < word.length && others < 2; i++) if (word[i] !== label[i]) others++;
  return others === 1;
}

/** Whether a label may stand in a row, and does not yet. */
export function isMissing({ role, index }: LabelMeaning, row: Row): boolean {
  switch (role) {
    case 'project':
    case 'unit':
    case 'include':
      return true;
    case 'total':
      return row.kind === 'head';
    case 'column':
      return mayStandIn(row.kind, 'amount') && !row.amounts.some(({ column }) => column === index);
    case 'goal':
      return mayStandIn(row.kind, role) && !row.goals.some(({ node }) => node.index === index);
    case 'indicators':
      return mayStandIn(row.kind, role) && !row.tree.parts.some(({ type }) => type === role);
    default:
      return mayStandIn(row.kind, role) && !row.fields.some((field) => field.role === role && field.index === index);
  }
}

/** Whether a text is what a label of two letters has behind it. */
export function fits({ role }: LabelMeaning, { kind }: Row, text: string, start: number, end: number): boolean {
  const behind = squeeze(text.slice(start, end));
  switch (role) {
    case 'column':
    case 'total':
      return behind === '' || isAmountText(text, start, end);
    case 'moneyUnit':
      return readMoneyUnit(behind) !== undefined;
    case 'year':
      return kind === 'head' && /^\d{4}年?度?$/.test(behind);
    default:
      return false;
  }
}

/** Whether some lines read as indicators: one of them has a class. */
export function holdsIndicators(text: string, lines: readonly Span[], vocabulary: Vocabulary): boolean {
  return parseIndicators(text, lines, [], vocabulary).some(
    (item) => item.type === 'indicator' && (item.class1 ?? item.class2) !== undefined,
  );
}

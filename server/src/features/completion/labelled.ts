import { isForValue, type Vocabulary } from '../../syntax/vocabulary.ts';
import type { Pattern } from './known.ts';
import { snippetText } from './offers.ts';

/** Some value labels that are all to have one value. */
export interface Labelled {
  /** With the value; without a number only the first label, for there is nothing else to put in. */
  readonly plain: string;
  /** With a tab stop at the first value, which the others repeat. */
  readonly snippet: string;
}

/**
 * Writes value labels out.
 * @param indexes of the labels; all of those for values get the value, others a tab stop of their own
 * @param weight what the indicator's weight is to be, where that is known
 */
export function labelled(
  indexes: readonly number[],
  value: Pattern | undefined,
  weight: string | undefined,
  vocabulary: Vocabulary,
): Labelled {
  const named = (index: number) => `${vocabulary.valueLabels[index]?.name}:`;
  const labels = indexes.filter((index) => isFor(index, vocabulary)).map(named);
  const others = indexes.filter((index) => !isFor(index, vocabulary));
  const weightOf = (index: number) => (vocabulary.valueLabels[index]?.span === 'weight' ? (weight ?? '') : '');
  const ownStops = others.map((index, i) => {
    const stop = weightOf(index) === '' ? `$${i + 2}` : `$\{${i + 2}:${weightOf(index)}}`;
    return `${snippetText(named(index))}${stop}`;
  });
  const { before, number, after } = value ?? { before: '', number: '', after: '' };
  const [first, repeated] = number === '' ? [`$\{1}`, `$\{1}`] : [`$\{1:${snippetText(number)}}`, '$1'];
  const stops = labels.map((label, i) => {
    const stop = i === 0 ? first : repeated;
    return `${snippetText(label)}${snippetText(before)}${stop}${snippetText(after)}`;
  });
  const snippet = `${[...stops, ...ownStops].join('; ')}。$0`;
  const open = others.find((index) => weightOf(index) === '');
  if (number === '') return { plain: labels[0] ?? (others[0] === undefined ? '' : named(others[0])), snippet };
  // Without tab stops there is but one place to go on at: behind the first label that nothing is known for.
  const known = others.slice(0, open === undefined ? others.length : others.indexOf(open));
  const plain = [
    ...labels.map((label) => `${label}${before}${number}${after}`),
    ...known.map((index) => `${named(index)}${weightOf(index)}`),
    ...(open === undefined ? [] : [named(open)]),
  ].join('; ');
  return { plain: open === undefined ? `${plain}。` : plain, snippet };
}

/** Whether the value label of an index is one for values: no weight, no explanation. */
export function isFor(index: number, { valueLabels }: Vocabulary): boolean {
  const label = valueLabels[index];
  return label !== undefined && isForValue(label);
}

import { CompletionItemKind } from 'vscode-languageserver-types';
import type { StandardIndicator } from '../../profile/profile.ts';
import { isForValue, type Vocabulary } from '../../syntax/vocabulary.ts';
import { describeLabel } from '../hover/describe.ts';
import type { Asked } from './asked.ts';
import type { GivenValue } from './head.ts';
import { bestRank, normalize, Rank } from './matching.ts';
import { type Offer, snippetText } from './offers.ts';

/** Some value labels that are all to have one value. */
interface Labelled {
  /** With the value; without one only the first label, for there is nothing else to put in. */
  readonly plain: string;
  /** With a tab stop at the first value, which the others repeat. */
  readonly snippet: string;
}

/**
 * Writes value labels out.
 * @param indexes of the labels; all of those for values get the value, a weight gets a tab stop of its own
 */
export function labelled(
  indexes: readonly number[],
  value: string | undefined,
  unit: string,
  vocabulary: Vocabulary,
): Labelled {
  const named = (index: number) => `${vocabulary.valueLabels[index]?.name}:`;
  const labels = indexes.filter((index) => isFor(index, vocabulary)).map(named);
  const others = indexes.filter((index) => !isFor(index, vocabulary)).map(named);
  const ownStops = others.map((label, i) => `${snippetText(label)}$${i + 2}`);
  if (value === undefined) {
    // In braces, since the unit may begin with a digit.
    const stop = `$\{1}${snippetText(unit)}`;
    return {
      plain: labels[0] ?? others[0] ?? '',
      snippet: `${[...labels.map((label) => `${snippetText(label)}${stop}`), ...ownStops].join('; ')}。$0`,
    };
  }
  const [before, number, after] = aroundNumber(value).map(snippetText) as [string, string, string];
  const stops = labels.map((label, i) => `${snippetText(label)}${before}${i === 0 ? `$\{1:${number}}` : '$1'}${after}`);
  const plain = [...labels.map((label) => `${label}${value}`), ...others.slice(0, 1)].join('; ');
  return {
    // Without tab stops there is but one place to go on at: behind the first label that nothing is known for.
    plain: others.length > 0 ? plain : `${plain}。`,
    snippet: `${[...stops, ...ownStops].join('; ')}。$0`,
  };
}

function isFor(index: number, { valueLabels }: Vocabulary): boolean {
  const label = valueLabels[index];
  return label !== undefined && isForValue(label);
}

/** A value parted into what stands before its only number, the number, and the unit: only the number is typed over. */
function aroundNumber(value: string): readonly [string, string, string] {
  const [, before = '', number = value, after = ''] = /^([^\d]*)(\d[\d,.]*)([^\d]*)$/.exec(value) ?? [];
  return [before, number, after];
}

/** What an indicator has and lacks, where the cursor is behind its name. */
export interface ValuePlace {
  /** The values, and weights and explanations among them, that are written before the cursor. */
  readonly given: readonly GivenValue[];
  /** Indexes of the value labels that are written neither before the cursor nor behind it. */
  readonly missing: readonly number[];
  /** Those of them that an indicator of this project is to have. */
  readonly due: readonly number[];
  /** The name in the catalogue, where it is a standard one. */
  readonly standard: StandardIndicator | undefined;
}

/** Value labels that are not there yet: all of them with their value, and each by itself. */
export function valueLabelOffers(typed: string, place: ValuePlace, asked: Asked): Offer[] {
  const { vocabulary, words, language } = asked;
  const query = normalize(typed);
  const value = valuesIn(place, vocabulary).at(-1) ?? place.standard?.typical;
  const fitting = place.missing.flatMap((index) => {
    const rank = bestRank(query, words.valueLabels[index] ?? []);
    return rank === undefined || rank > Rank.startByPinyin ? [] : [{ index, rank }];
  });
  const each = fitting.map(({ index, rank }): Offer => {
    const label = vocabulary.valueLabels[index] as (typeof vocabulary.valueLabels)[number];
    return {
      label: `${label.name}:`,
      text: label.name,
      tail: ':',
      rank,
      kind: CompletionItemKind.Field,
      documentation: describeLabel(label, language),
      more: value !== undefined && isFor(index, vocabulary),
    };
  });
  const rank = Math.min(...fitting.map((fit) => fit.rank));
  return fitting.length > 0 ? [...allLabels(rank, value, place, asked), ...each] : each;
}

function allLabels(rank: number, value: string | undefined, place: ValuePlace, asked: Asked): Offer[] {
  const { vocabulary, cursor, client } = asked;
  const { due, given, standard } = place;
  const isKnown = value !== undefined && due.some((index) => isFor(index, vocabulary));
  if (!cursor.atEnd || (!isKnown && (!client.snippets || due.length < 2))) return [];
  const { plain, snippet } = labelled(due, value, standard?.unit ?? '', vocabulary);
  const names = due.map((index) => `${vocabulary.valueLabels[index]?.name}:`);
  return [
    {
      label: value === undefined ? names.join('; ') : plain,
      text: '',
      tail: plain,
      // The value that is given already is to be repeated, not to be changed.
      ...(given.length === 0 && { snippet }),
      rank,
      kind: CompletionItemKind.Field,
    },
  ];
}

/** Values for a label that has none yet: the other label's, and the typical one. */
export function valueOffers(typed: string, place: ValuePlace, { cursor, vocabulary }: Asked): Offer[] {
  const { given, due, standard } = place;
  if (!isFor(given.at(-1)?.index ?? -1, vocabulary)) return [];
  const others = valuesIn({ ...place, given: given.slice(0, -1) }, vocabulary);
  const values = new Set([...others.reverse(), standard?.typical ?? '']);
  const more = due.length > 0;
  return [...values].flatMap((text): Offer[] => {
    // What was typed may be a value of its own: it is only gone on with, never changed.
    if (text === '' || text === typed || !text.startsWith(typed)) return [];
    const tail = more ? '; ' : '。';
    return [{ label: text, text, ...(cursor.atEnd && { tail, more }), rank: 0, kind: CompletionItemKind.Value }];
  });
}

/** What is written of values, as it is; not of weights and explanations. */
function valuesIn({ given }: ValuePlace, vocabulary: Vocabulary): string[] {
  return given.filter(({ index, text }) => text !== '' && isFor(index, vocabulary)).map(({ text }) => text);
}

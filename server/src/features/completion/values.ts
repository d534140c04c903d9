import { CompletionItemKind } from 'vscode-languageserver-types';
import type { StandardIndicator } from '../../profile/profile.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
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

export function labelled(
  indexes: readonly number[],
  value: string | undefined,
  unit: string,
  vocabulary: Vocabulary,
): Labelled {
  const labels = indexes.map((index) => `${vocabulary.valueLabels[index]?.name}:`);
  if (value === undefined) {
    // In braces, since the unit may begin with a digit.
    const stop = `$\{1}${snippetText(unit)}`;
    return {
      plain: labels[0] ?? '',
      snippet: `${labels.map((label) => `${snippetText(label)}${stop}`).join('; ')}。$0`,
    };
  }
  const [before, number, after] = aroundNumber(value).map(snippetText) as [string, string, string];
  const stops = labels.map((label, i) => `${snippetText(label)}${before}${i === 0 ? `$\{1:${number}}` : '$1'}${after}`);
  return { plain: `${labels.map((label) => `${label}${value}`).join('; ')}。`, snippet: `${stops.join('; ')}。$0` };
}

/** A value parted into what stands before its only number, the number, and the unit: only the number is typed over. */
function aroundNumber(value: string): readonly [string, string, string] {
  const [, before = '', number = value, after = ''] = /^([^\d]*)(\d[\d,.]*)([^\d]*)$/.exec(value) ?? [];
  return [before, number, after];
}

/** What an indicator has and lacks, where the cursor is behind its name. */
export interface ValuePlace {
  readonly given: readonly GivenValue[];
  /** Indexes of the value labels that are written neither before the cursor nor behind it. */
  readonly missing: readonly number[];
  /** The name in the catalogue, where it is a standard one. */
  readonly standard: StandardIndicator | undefined;
}

/** Value labels that are not there yet: all of them with their value, and each by itself. */
export function valueLabelOffers(typed: string, place: ValuePlace, asked: Asked): Offer[] {
  const { vocabulary, words, language } = asked;
  const query = normalize(typed);
  const value = place.given.findLast(({ text }) => text !== '')?.text ?? place.standard?.typical;
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
      more: value !== undefined,
    };
  });
  const rank = Math.min(...fitting.map((fit) => fit.rank));
  return fitting.length > 0 ? [...allLabels(rank, value, place, asked), ...each] : each;
}

function allLabels(rank: number, value: string | undefined, place: ValuePlace, asked: Asked): Offer[] {
  const { vocabulary, cursor, client } = asked;
  const { missing, given, standard } = place;
  if (!cursor.atEnd || (value === undefined && (!client.snippets || missing.length < 2))) return [];
  const { plain, snippet } = labelled(missing, value, standard?.unit ?? '', vocabulary);
  const names = missing.map((index) => `${vocabulary.valueLabels[index]?.name}:`);
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
export function valueOffers(typed: string, { given, missing, standard }: ValuePlace, { cursor }: Asked): Offer[] {
  const others = given.slice(0, -1).map(({ text }) => text);
  const values = new Set([...others.reverse(), standard?.typical ?? '']);
  const more = missing.length > 0;
  return [...values].flatMap((text): Offer[] => {
    // What was typed may be a value of its own: it is only gone on with, never changed.
    if (text === '' || text === typed || !text.startsWith(typed)) return [];
    const tail = more ? '; ' : '。';
    return [{ label: text, text, ...(cursor.atEnd && { tail, more }), rank: 0, kind: CompletionItemKind.Value }];
  });
}

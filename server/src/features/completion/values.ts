import { CompletionItemKind } from 'vscode-languageserver-types';
import type { StandardIndicator, WholeProfile } from '../../profile/profile.ts';
import { isHan } from '../../syntax/characters.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { Asked } from './asked.ts';
import type { GivenValue } from './head.ts';
import { type Known, type Pattern, partsOf, patternOf } from './known.ts';
import { isFor, labelled } from './labelled.ts';
import { bestRank, normalize, Rank, rankOf } from './matching.ts';
import { type Offer, snippetText } from './offers.ts';

/** What an indicator has and lacks, where the cursor is behind its name. */
export interface ValuePlace {
  /** The values, and weights and explanations among them, that are written before the cursor. */
  readonly given: readonly GivenValue[];
  /** Indexes of the value labels that are written neither before the cursor nor behind it. */
  readonly missing: readonly number[];
  /** Those of them that an indicator of this project is to have. */
  readonly due: readonly number[];
  readonly known: Known;
  /** The name in the catalogue, where it is a standard one. */
  readonly standard: StandardIndicator | undefined;
  /** What the weights of the others leave for this one, for each sum that is right. */
  readonly weights: readonly string[];
  /** Whether the weight of this one is the last of the project's. */
  readonly isLastWeight: boolean;
}

/** Value labels that are not there yet: all of them with their value, and each by itself. */
export function valueLabelOffers(typed: string, place: ValuePlace, asked: Asked): Offer[] {
  const { vocabulary, profile, words } = asked;
  const query = normalize(typed);
  const given = valuesIn(place, vocabulary).at(-1);
  const pattern = given === undefined ? patternOf(place.known) : partsOf(given);
  const fitting = place.missing.flatMap((index) => {
    const rank = bestRank(query, words.valueLabels[index] ?? []);
    return rank === undefined || rank > Rank.startByPinyin ? [] : [{ index, rank }];
  });
  const each = fitting.map(({ index, rank }): Offer => {
    const label = profile.valueLabels[index] as WholeProfile['valueLabels'][number];
    const more = isFor(index, vocabulary) ? pattern !== undefined : isKnown(index, place, vocabulary);
    return {
      label: `${label.name}:`,
      text: label.name,
      tail: ':',
      rank,
      kind: CompletionItemKind.Field,
      about: { type: 'valueLabel', index },
      more,
    };
  });
  const rank = Math.min(...fitting.map((fit) => fit.rank));
  return fitting.length > 0 ? [...allLabels(rank, pattern, place, asked), ...each] : each;
}

/** Whether something can be offered behind a label that is not for values. */
function isKnown(index: number, { weights, standard }: ValuePlace, { valueLabels }: Vocabulary): boolean {
  const span = valueLabels[index]?.span;
  return span === 'weight' ? weights.length > 0 : span === 'explanation' && standard !== undefined;
}

function allLabels(rank: number, pattern: Pattern | undefined, place: ValuePlace, asked: Asked): Offer[] {
  const { vocabulary, cursor, client } = asked;
  const { due, given } = place;
  const isWhole = pattern !== undefined && pattern.number !== '' && due.some((index) => isFor(index, vocabulary));
  if (!cursor.atEnd || (!isWhole && (!client.snippets || due.length < 2))) return [];
  const weight = place.isLastWeight ? place.weights[0] : undefined;
  const { plain, snippet } = labelled(due, pattern, weight, vocabulary);
  const { before = '', number = '', after = '' } = pattern ?? {};
  const names = due.map(
    (index) => `${vocabulary.valueLabels[index]?.name}:${isFor(index, vocabulary) ? before + number + after : ''}`,
  );
  return [
    {
      label: isWhole ? plain : names.join('; '),
      text: '',
      tail: plain,
      // The value that is given already is to be repeated, not to be changed.
      ...(valuesIn({ given }, vocabulary).length === 0 && { snippet }),
      rank,
      kind: CompletionItemKind.Field,
    },
  ];
}

/** Values for a label that has none yet, or goes on with the one that is being typed. */
export function valueOffers(typed: string, place: ValuePlace, asked: Asked): Offer[] {
  const { vocabulary } = asked;
  const index = place.given.at(-1)?.index ?? -1;
  const span = vocabulary.valueLabels[index]?.span;
  if (span === 'weight') return textOffers(typed, place.weights, place, asked);
  if (span === 'explanation') return textOffers(typed, explanationsOf(place.standard), place, asked);
  const others = valuesIn({ given: place.given.slice(0, -1) }, vocabulary).reverse();
  const whole = textOffers(typed, [...others, ...place.known.values], place, asked);
  // Where the other label has a value, this one is to have the same.
  const offers = others.length > 0 && typed === '' ? whole : [...whole, ...patternOffers(typed, place, asked)];
  const seen = new Set<string>();
  return offers.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** Texts that go on from what was typed. */
function textOffers(typed: string, texts: readonly string[], place: ValuePlace, asked: Asked): Offer[] {
  const written = typedOperator(typed);
  const begun = written ? written.operator + written.rest : typed;
  return [...new Set(texts)].flatMap((text): Offer[] => {
    // What was typed may be a value of its own: it is only gone on with, never changed.
    if (text === '' || text === typed || !text.startsWith(begun)) return [];
    return [{ label: text, text, ...tailOf(place, asked), rank: 0, kind: CompletionItemKind.Value }];
  });
}

/** What follows a value that is whole. */
function tailOf({ due }: ValuePlace, { cursor }: Asked): Pick<Offer, 'tail' | 'more'> {
  const more = due.length > 0;
  return cursor.atEnd ? { tail: more ? '; ' : '。', more } : {};
}

/** What a standard indicator measures, as the explanation of one in a table. */
function explanationsOf(standard: StandardIndicator | undefined): string[] {
  if (!standard) return [];
  const { definition, formula } = standard;
  return [formula ?? '', definition.zh.replace(/。$/, '')];
}

const AT_LEAST = ['≥', '不少于', '不低于', '至少'];
const AT_MOST = ['≤', '不超过', '不高于', '不多于'];
const WORDS = [...AT_LEAST.slice(1), ...AT_MOST.slice(1)];

/** What people type for the signs, the longest first; an input method writes 》 and 《. */
const SIGNS: readonly (readonly [typed: string, sign: string])[] = [
  ...['>=', '=>', '》=', '≧', '＞＝', '＞=', '》＝'].map((sign) => [sign, '≥'] as const),
  ...['<=', '=<', '《=', '≦', '＜＝', '＜=', '《＝'].map((sign) => [sign, '≤'] as const),
  ...['》', '＞', '>'].map((sign) => [sign, '≥'] as const),
  ...['《', '＜', '<'].map((sign) => [sign, '≤'] as const),
];

/** The comparison that a text begins with as it is typed, and how it is to be written. */
function typedOperator(typed: string): { readonly operator: string; readonly rest: string } | undefined {
  const sign = SIGNS.find(([begin]) => typed.startsWith(begin));
  if (sign) return { operator: sign[1], rest: typed.slice(sign[0].length) };
  const word = [...AT_LEAST, ...AT_MOST].find((begin) => typed.startsWith(begin));
  return word === undefined ? undefined : { operator: word, rest: typed.slice(word.length) };
}

/** A comparison with its unit, the cursor between them; the unit behind a number. */
function patternOffers(typed: string, place: ValuePlace, asked: Asked): Offer[] {
  const { known } = place;
  const { cursor, client } = asked;
  const written = typedOperator(typed);
  const operator = written?.operator ?? '';
  const [, number = '', unit = ''] = /^([\d０-９][\d０-９,.，．]*)?(.*)$/.exec(written?.rest ?? typed) ?? [];
  if (number !== '') return unitOffers(`${operator}${number}`, unit, place, asked);
  if (unit !== '' && (operator !== '' || !/^[A-Za-z']+$|^[不至]/.test(unit))) return [];
  const operators = operator !== '' ? [operator] : operatorsOf(known, typed, asked);
  return operators.flatMap((before, i): Offer[] => {
    // A sign that is written as it is to be needs nothing but its unit.
    if (before === typed && (known.unit === '' || !client.snippets)) return [];
    if (before === '' && (known.unit === '' || !client.snippets)) return [];
    const isKept = cursor.rest.startsWith(known.unit);
    return [
      {
        label: `${before}${client.snippets ? known.unit : ''}`,
        text: before,
        ...(!isKept && { body: `${snippetText(before)}$0${snippetText(known.unit)}` }),
        rank: 1 + i / 100,
        kind: CompletionItemKind.Operator,
      },
    ];
  });
}

/** The comparisons that go with an indicator's direction, by what was typed of them. */
function operatorsOf({ direction, operator }: Known, typed: string, { own }: Asked): string[] {
  const query = normalize(typed);
  if (query !== '') return WORDS.filter((word) => rankOf(query, own.word(word, query)) !== undefined);
  const byDirection = direction === 'higher' ? AT_LEAST.slice(0, 2) : direction === 'lower' ? AT_MOST.slice(0, 2) : [];
  return [...new Set([operator, ...byDirection, ''])];
}

/** How many units are offered unasked. */
const FEW_UNITS = 6;

/** Units behind a number: the indicator's own, then those of its class, then all that fit what was typed. */
function unitOffers(before: string, typed: string, place: ValuePlace, asked: Asked): Offer[] {
  const { known, units } = { known: place.known, units: unitsFor(place, asked) };
  const { cursor, own } = asked;
  // The unit stands behind the cursor already.
  if (!cursor.atEnd && isHan(cursor.rest.charAt(0))) return [];
  const query = normalize(typed);
  if (query === '' && cursor.rest.startsWith('%')) return [];
  const fitting = units.flatMap((unit): { unit: string; rank: number }[] => {
    if (unit === typed) return [];
    const rank = rankOf(query, own.word(unit, query));
    return rank === undefined || rank > Rank.startByPinyin ? [] : [{ unit, rank }];
  });
  const few = query === '' ? (known.unit === '' ? FEW_UNITS : 3) : FEW_UNITS * 2;
  return fitting.slice(0, few).map(({ unit, rank }): Offer => {
    const text = `${before}${unit}`;
    return { label: text, text, ...tailOf(place, asked), rank, kind: CompletionItemKind.Unit };
  });
}

function unitsFor({ known }: ValuePlace, asked: Asked): readonly string[] {
  const { catalogue } = asked;
  const used = known.code === undefined ? [] : asked.written().units(known.code);
  const standard = new Map<string, number>();
  for (const { class: code, unit = '' } of catalogue) {
    standard.set(unit, (standard.get(unit) ?? 0) + (code === known.code ? 1000 : 1));
  }
  const usual = [...standard].sort(([, a], [, b]) => b - a).map(([unit]) => unit);
  return [...new Set([known.unit, ...used, ...usual])].filter((unit) => unit !== '' && unit.length <= 8);
}

/** What is written of values, as it is; not of weights and explanations. */
function valuesIn({ given }: Pick<ValuePlace, 'given'>, vocabulary: Vocabulary): string[] {
  return given.filter(({ index, text }) => text !== '' && isFor(index, vocabulary)).map(({ text }) => text);
}

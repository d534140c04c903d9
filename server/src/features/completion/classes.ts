import { CompletionItemKind } from 'vscode-languageserver-types';
import { classText } from '../../rules/classText.ts';
import { isSeparator } from '../../syntax/characters.ts';
import { readClass } from '../../syntax/classes.ts';
import { skipSpaces } from '../../syntax/lines.ts';
import { type ClassEntry, className, type Vocabulary } from '../../syntax/vocabulary.ts';
import { bestRank, normalize, Rank } from './matching.ts';
import type { Offer } from './offers.ts';
import type { ClassWords } from './words.ts';

/** The classes as they are likely to be meant. */
export interface ClassOrder {
  /** All of them, the likeliest first. */
  readonly words: readonly ClassWords[];
  /** What is added to the rank of one. */
  penalty(candidate: ClassWords): number;
}

/** Fits of the class above come after all fits of a class's own. */
const ABOVE = 10;
/** A name that fits beside a code that does not. */
const WRONG_CODE = 20;

/**
 * The level-2 classes that may be meant by what was typed, each with the level-1 class before it unless that is written.
 * @param one the level-1 class that is written, where the profile knows it
 * @param hasOne whether one is written at all
 * @param number what else is put before it, such as `4、`
 */
export function classOffers(
  typed: string,
  one: ClassEntry | undefined,
  hasOne: boolean,
  number: string,
  order: ClassOrder,
): Offer[] {
  const query = normalize(typed);
  return order.words.flatMap((candidate): Offer[] => {
    if (one && candidate.parent.code !== one.class.code) return [];
    const rank = classRank(query, candidate);
    return rank === undefined ? [] : [classOffer(candidate, hasOne, number, rank + order.penalty(candidate))];
  });
}

export function classOffer({ parent, class: two }: ClassWords, hasOne: boolean, number: string, rank: number): Offer {
  return {
    label: classText(two),
    text: `${number}${hasOne ? '' : `${classText(parent)}; `}${classText(two)}`,
    tail: '; ',
    rank,
    kind: CompletionItemKind.Class,
    detail: `${number}${classText(parent)}`,
    about: { type: 'class', code: two.code },
    more: true,
  };
}

/** How well what was typed fits a class: code, name, or both as in `11-数`. */
function classRank(query: string, { parent, class: two, own, above }: ClassWords): number | undefined {
  const [, code = '', name = ''] = /^(\d{1,2})-?(.*)$/.exec(query) ?? [];
  if (code === '') return nameRank(query, own, above);
  const fits = two.code === code || parent.code === code;
  if (name === '') return two.code === code ? Rank.whole : fits ? Rank.start : undefined;
  const rank = nameRank(name, own, parent.code === code ? above : []);
  return rank === undefined || fits ? rank : rank + WRONG_CODE;
}

function nameRank(query: string, own: ClassWords['own'], above: ClassWords['above']): number | undefined {
  for (const word of new Set([query, className(query)])) {
    const rank = bestRank(word, own);
    if (rank !== undefined) return rank;
    const aboveRank = bestRank(word, above);
    if (aboveRank !== undefined) return aboveRank + ABOVE;
  }
  return undefined;
}

/**
 * How many characters behind the cursor belong to the classes that it stands in or before: they give way.
 * @param from where the classes begin
 */
export function classesBehind(before: string, rest: string, from: number, vocabulary: Vocabulary): number {
  const text = before.slice(from) + rest;
  const cursor = before.length - from;
  let behind = 0;
  let levels: readonly (1 | 2)[] = [1, 2];
  for (let at = 0; levels.length > 0; ) {
    let end = at;
    while (end < text.length && !isSeparator(text.charCodeAt(end))) end++;
    const piece = readClass(text, at, end, levels, vocabulary);
    if (!piece) break;
    behind = Math.max(0, piece.node.end - cursor);
    levels = piece.level === 1 ? [2] : [];
    at = skipSpaces(text, Math.min(end + 1, text.length), text.length);
  }
  return behind;
}

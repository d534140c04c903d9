import { CompletionItemKind } from 'vscode-languageserver-types';
import type { StandardIndicator } from '../../profile/profile.ts';
import { describeIndicator, indicatorDetail } from '../hover/describe.ts';
import type { Asked } from './asked.ts';
import { normalize, rankOf } from './matching.ts';
import type { Offer } from './offers.ts';
import { labelled } from './values.ts';
import { namesOf } from './words.ts';

/** More are not looked through; what is typed next brings others up. */
const MOST = 200;

/**
 * Standard names that may be meant by what was typed, with their values where none are there yet.
 * @param classText what is put before a name of a class; undefined where names of that class are not offered
 * @param missing indexes of the value labels to be put behind the name
 */
export function nameOffers(
  typed: string,
  classText: (code: string) => string | undefined,
  missing: readonly number[],
  asked: Asked,
): Offer[] {
  const { vocabulary, language, cursor } = asked;
  const query = normalize(typed);
  const offers: Offer[] = [];
  for (const { indicator, word } of namesOf(asked.catalogue)) {
    const before = classText(indicator.class);
    const rank = before === undefined ? undefined : rankOf(query, word);
    if (rank === undefined) continue;
    const { typical, unit = '' } = indicator;
    const values = cursor.atEnd && missing.length > 0 ? labelled(missing, typical, unit, vocabulary) : undefined;
    offers.push({
      label: indicator.name,
      text: `${before}${indicator.name}`,
      ...(values && { tail: `; ${values.plain}`, snippet: `; ${values.snippet}` }),
      rank,
      kind: CompletionItemKind.Constant,
      detail: indicatorDetail(indicator, vocabulary, language),
      documentation: describeIndicator(indicator, vocabulary, language),
    });
  }
  return offers.sort((a, b) => a.rank - b.rank).slice(0, MOST);
}

/** The standard indicator of a name: in its class, else in none. */
export function standardOf(
  name: string,
  classCode: string | undefined,
  catalogue: readonly StandardIndicator[],
): StandardIndicator | undefined {
  const key = normalize(name);
  return catalogue.find((indicator) => indicator.class === classCode && normalize(indicator.name) === key);
}

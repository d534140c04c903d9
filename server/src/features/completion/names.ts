import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Bilingual, StandardIndicator } from '../../profile/profile.ts';
import { indicatorDetail } from '../hover/describe.ts';
import { say } from '../hover/markdown.ts';
import type { Asked } from './asked.ts';
import { composedNames } from './composedNames.ts';
import type { About } from './documentation.ts';
import { goalPhrases } from './goalPhrases.ts';
import { knownOf, type Pattern, partsOf, patternOf } from './known.ts';
import { labelled } from './labelled.ts';
import { normalize, rankOf } from './matching.ts';
import { LATER, type Offer } from './offers.ts';
import { namesOfClass } from './words.ts';

/** More are not looked through; what is typed next brings others up. */
const MOST = 200;

const DETAILS = {
  used: { zh: '其他项目用过 {count} 次', en: 'used {count} times' },
  goal: { zh: '绩效目标里写到', en: 'in the goal' },
  composed: { zh: '照 {name}', en: 'like {name}' },
  typed: { zh: '用这个名称', en: 'as typed' },
} satisfies Record<string, Bilingual>;

/** Behind what fits by itself: names put together, then the one that was typed. */
const COMPOSED = LATER - 10;
const TYPED = LATER - 5;

/** What follows a name where nothing of it is there yet. */
export interface NameTail {
  /** Indexes of the value labels to be put behind the name. */
  readonly missing: readonly number[];
  /** The indicator's weight, where that is settled. */
  readonly weight: string | undefined;
}

const NOTHING_MORE: Candidate['more'] = {};

/** A name that may be meant. */
interface Candidate {
  readonly code: string;
  readonly name: string;
  readonly rank: number;
  /** How often it stands in other indicators. */
  readonly count: number;
  /** Its value, where that is known by more than the name. */
  readonly pattern?: Pattern | undefined;
  /** The standard indicator that it is. */
  readonly indicator?: StandardIndicator;
  readonly more: Partial<Offer>;
}

/**
 * Names that may be meant by what was typed, with their values where none are there yet: standard ones and those that
 * other projects have, what the goal speaks of, names that end like another.
 * @param classText what is put before a name of a class; undefined where names of that class are not offered
 */
export function nameOffers(
  typed: string,
  classText: (code: string) => string | undefined,
  tail: NameTail,
  asked: Asked,
): Offer[] {
  const { vocabulary, cursor, language } = asked;
  const codes = [...vocabulary.levelTwo.keys()].filter((code) => classText(code) !== undefined);
  const [only] = codes.length === 1 ? codes : [];
  const candidates = fitting(typed, codes, asked);
  const withTail = cursor.atEnd && tail.missing.length > 0;
  if (only !== undefined && typed !== '') {
    const names = new Set(candidates.map(({ name }) => name));
    for (const candidate of [...puttable(typed, only, asked), ...(withTail ? asTyped(typed, only, asked) : [])]) {
      if (!names.has(candidate.name)) candidates.push(candidate);
      names.add(candidate.name);
    }
  }
  const abouts = new Map(codes.map((code): [string, About] => [code, { type: 'indicator', class: code }]));
  return candidates.map(
    (candidate): Offer => ({
      label: candidate.name,
      text: `${classText(candidate.code)}${candidate.name}`,
      ...(withTail && valuesOf(candidate, tail, asked)),
      rank: candidate.rank,
      kind: CompletionItemKind.Constant,
      ...(candidate.indicator && {
        detail: indicatorDetail(candidate.indicator, vocabulary, language),
        about: abouts.get(candidate.code) as About,
      }),
      ...candidate.more,
    }),
  );
}

/** Standard names and names of other projects, those that fit best first, of these those that are used most. */
function fitting(typed: string, codes: readonly string[], asked: Asked): Candidate[] {
  const { language, names: standardNames, own } = asked;
  const query = normalize(typed);
  const written = asked.written();
  const uses = new Map(codes.map((code) => [code, written.names(code)]));
  const found: Candidate[] = [];
  const [only = ''] = codes;
  for (const { indicator, word } of codes.length === 1 ? namesOfClass(standardNames, only).words : standardNames) {
    const { class: code, name } = indicator;
    if (!uses.has(code)) continue;
    const rank = rankOf(query, word);
    if (rank === undefined) continue;
    found.push({ code, name, rank, count: uses.get(code)?.get(name) ?? 0, indicator, more: NOTHING_MORE });
  }
  for (const [code, names] of uses) {
    const standard = namesOfClass(standardNames, code).names;
    for (const [name, count] of names) {
      if (name === typed || standard.has(name)) continue;
      const rank = rankOf(query, own.word(name, query));
      if (rank === undefined) continue;
      const detail = say(DETAILS.used, language, { count: String(count) });
      found.push({ code, name, rank, count, more: { detail } });
    }
  }
  return found.sort((a, b) => a.rank - b.rank || b.count - a.count).slice(0, MOST);
}

/** Names that are put together from what was typed and what stands elsewhere. */
function puttable(typed: string, code: string, asked: Asked): Candidate[] {
  const { language } = asked;
  const kind = CompletionItemKind.Text;
  const phrases = goalPhrases(typed, asked).map(({ name, value }, i): Candidate => {
    const pattern = value === undefined ? undefined : partsOf(value);
    const more = { detail: say(DETAILS.goal, language), kind };
    return { code, name, rank: COMPOSED + i / 100, count: 0, pattern, more };
  });
  const composed = composedNames(typed, code, asked).map(({ name, like }, i): Candidate => {
    const more = { detail: say(DETAILS.composed, language, { name: like }), kind };
    return { code, name, rank: COMPOSED + 1 + i / 100, count: 0, more };
  });
  return [...phrases, ...composed];
}

/** The name as it was typed, for the sake of what follows it; pinyin is no name. */
function asTyped(typed: string, code: string, { language }: Asked): Candidate[] {
  if ([...typed].length < 2 || !/\p{Script=Han}/u.test(typed) || /[A-Za-z]$/.test(typed)) return [];
  const more = { detail: say(DETAILS.typed, language), kind: CompletionItemKind.Text, unasked: true };
  return [{ code, name: typed, rank: TYPED, count: 0, more }];
}

function valuesOf({ name, code, pattern, indicator }: Candidate, { missing, weight }: NameTail, asked: Asked) {
  const value = pattern ?? patternOf(knownOf(name, code, indicator, asked));
  const { plain, snippet } = labelled(missing, value, weight, asked.vocabulary);
  return { tail: `; ${plain}`, snippet: `; ${snippet}` };
}

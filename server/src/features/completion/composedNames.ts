import type { Asked } from './asked.ts';
import { normalize, placeOf, Rank, type Word } from './matching.ts';
import type { OwnWords } from './ownWords.ts';

/** A name whose beginning is the user's own and whose end is that of another name. */
export interface ComposedName {
  readonly name: string;
  /** The name that ends so. */
  readonly like: string;
}

/** Shorter beginnings and ends are in every other name. */
const SHORTEST_OWN = 2;
const SHORTEST_END = 2;
/** An end that is looked for is typed in so many characters at most. */
const LONGEST_END = 12;
const OFFERED = 8;

/**
 * Names such as 平台验收合格率 for `平台ys`: most names of the field are a subject of one's own and what is measured of
 * it, and that stands at the end of other names of the class. The ends that most names have come first.
 */
export function composedNames(typed: string, code: string, asked: Asked): ComposedName[] {
  const characters = [...typed];
  const names = [...namesOf(code, asked)];
  for (let own = SHORTEST_OWN; own <= characters.length - SHORTEST_END; own++) {
    // The beginning is written out: pinyin belongs to the end.
    if (!/\p{Script=Han}/u.test(characters[own - 1] as string)) break;
    if (characters.length - own > LONGEST_END) continue;
    const ends = endsOf(normalize(characters.slice(own).join('')), names, asked.own);
    if (ends.length === 0) continue;
    const beginning = characters.slice(0, own).join('');
    return ends.slice(0, OFFERED).map(({ end, like }) => ({ name: `${beginning}${end}`, like }));
  }
  return [];
}

/** A name with what it counts: one that somebody here uses counts double. */
interface Weighed {
  readonly name: string;
  /** Ready for matching, where it is a standard one. */
  readonly word?: Word;
  readonly weight: number;
}

function* namesOf(code: string, { names, written }: Asked): Iterable<Weighed> {
  for (const { indicator, word } of names)
    if (indicator.class === code) yield { name: indicator.name, word, weight: 1 };
  for (const [name] of written().names(code)) yield { name, weight: 2 };
}

function isCut(text: string): boolean {
  const closing = text.search(/[)）]/);
  return text.includes('、') || (closing >= 0 && !/[(（]/.test(text.slice(0, closing)));
}

function endsOf(query: string, names: Iterable<Weighed>, own: OwnWords): { end: string; like: string }[] {
  const ends = new Map<string, { end: string; like: string; rank: Rank; weight: number }>();
  for (const { name, word = own.word(name, query), weight } of names) {
    const place = placeOf(query, word);
    if (!place) continue;
    const characters = [...name];
    if (characters.length !== word.units.length) continue;
    const end = characters.slice(place.first).join('');
    // What is only typed out already needs no offer, and neither brackets nor lists are cut in two.
    if (end.length < SHORTEST_END || end === query || isCut(end)) continue;
    const known = ends.get(end);
    if (known) known.weight += weight;
    else ends.set(end, { end, like: name, rank: place.rank, weight });
  }
  // Where in the name it stands says nothing here, only how it was typed.
  const quality = ({ rank }: { rank: Rank }) => (rank >= Rank.inside ? rank - Rank.inside + Rank.start : rank);
  return [...ends.values()].sort((a, b) => quality(a) - quality(b) || b.weight - a.weight);
}

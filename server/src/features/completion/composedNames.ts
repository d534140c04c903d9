import type { Asked } from './asked.ts';
import { normalize, placeOf, Rank, type Word } from './matching.ts';
import { ownWord } from './ownWords.ts';
import { namesOf } from './words.ts';

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
  const words = [...wordsOf(code, asked)];
  for (let own = SHORTEST_OWN; own <= characters.length - SHORTEST_END; own++) {
    // The beginning is written out: pinyin belongs to the end.
    if (!/\p{Script=Han}/u.test(characters[own - 1] as string)) break;
    if (characters.length - own > LONGEST_END) continue;
    const ends = endsOf(normalize(characters.slice(own).join('')), words);
    if (ends.length === 0) continue;
    const beginning = characters.slice(0, own).join('');
    return ends.slice(0, OFFERED).map(({ end, like }) => ({ name: `${beginning}${end}`, like }));
  }
  return [];
}

function* wordsOf(code: string, { catalogue, readings, written }: Asked): Iterable<readonly [string, Word]> {
  for (const { indicator, word } of namesOf(catalogue)) if (indicator.class === code) yield [indicator.name, word];
  for (const [name] of written().names(code)) yield [name, ownWord(name, readings)];
}

function isBalanced(text: string): boolean {
  const closing = text.search(/[)）]/);
  return closing < 0 || /[(（]/.test(text.slice(0, closing));
}

function endsOf(query: string, words: Iterable<readonly [string, Word]>): { end: string; like: string }[] {
  const ends = new Map<string, { end: string; like: string; rank: Rank; names: Set<string> }>();
  for (const [name, word] of words) {
    const place = placeOf(query, word);
    if (!place) continue;
    const characters = [...name];
    if (characters.length !== word.units.length) continue;
    const end = characters.slice(place.first).join('');
    // What is only typed out already needs no offer, and a bracket is not cut in two.
    if (end.length < SHORTEST_END || end === query || !isBalanced(end)) continue;
    const known = ends.get(end);
    if (known) known.names.add(name);
    else ends.set(end, { end, like: name, rank: place.rank, names: new Set([name]) });
  }
  // Where in the name it stands says nothing here, only how it was typed.
  const quality = ({ rank }: { rank: Rank }) => (rank >= Rank.inside ? rank - Rank.inside + Rank.start : rank);
  return [...ends.values()].sort((a, b) => quality(a) - quality(b) || b.names.size - a.names.size);
}

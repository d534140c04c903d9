import type { PinyinOf } from '../../profile/catalogue.ts';
import type { BlockPlace } from '../../syntax/blockSequence.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { Environment } from '../../workspace/environment.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { looseWord, normalize, Rank, rankOf, type Word, wordOf } from '../completion/matching.ts';
import { PerBlock } from '../perBlock.ts';
import { placesIn } from './placesIn.ts';
import { type Title, titleOf } from './titles.ts';

/** A unit or a project that may be meant. */
export interface Candidate {
  readonly table: TableDocument;
  readonly place: BlockPlace;
  readonly title: Title;
  /** The unit that the project belongs to. */
  readonly unit: Block | undefined;
}

/** Behind all that fit as words do: the characters stand in the name in order, with others between. */
const SCATTERED = Rank.insideByPinyin + 1;

/** The units and projects of all tables that a query may mean, best first: by their characters, by pinyin, by both mixed. */
export async function candidatesFor(
  query: string,
  most: number,
  { workspace, loadPinyinOf }: Environment,
): Promise<{ readonly candidates: readonly Candidate[]; readonly more: number }> {
  const typed = normalize(query);
  const pinyinOf = /[a-z]/.test(typed) ? await loadPinyinOf() : undefined;
  const byRank: Candidate[][] = [];
  for (const table of workspace.tables()) {
    for (const candidate of titled(table)) {
      const rank = pinyinOf
        ? looseRank(typed, candidate.place.block, candidate.title, pinyinOf)
        : plainRank(typed, candidate.title.key.toLowerCase());
      if (rank === undefined) continue;
      byRank[rank] ??= [];
      byRank[rank]?.push(candidate);
    }
  }
  const ranked = byRank.flat();
  if (!pinyinOf) return { candidates: ranked.slice(0, most), more: Math.max(0, ranked.length - most) };
  return exact(typed, ranked, most, pinyinOf);
}

/** Whether a query means a name by its characters, by pinyin, or by both mixed. */
export function meansTitle(typed: string, block: Block, title: Title, pinyinOf: PinyinOf): boolean {
  if (looseRank(typed, block, title, pinyinOf) === undefined) return false;
  return rankOf(typed, wordOf(title.name, pinyinOf(title.name))) !== undefined;
}

function* titled(table: TableDocument): Iterable<Candidate> {
  let unit: Block | undefined;
  for (const place of placesIn(table)) {
    const title = titleOf(place.block, table);
    if (place.block.kind === 'unit') unit = place.block;
    if (title && title.key !== '') yield { table, place, title, unit: place.block === unit ? undefined : unit };
  }
}

/** How well characters fit a name; undefined where they do not. */
function plainRank(typed: string, name: string): number | undefined {
  const at = name.indexOf(typed);
  if (at >= 0) return typed === name || typed === '' ? Rank.whole : at === 0 ? Rank.start : Rank.inside;
  let from = 0;
  for (const character of typed) {
    const found = name.indexOf(character, from);
    if (found < 0) return undefined;
    from = found + character.length;
  }
  return SCATTERED;
}

const looseWords = new PerBlock<Word>();

/**
 * How well a query fits a name whose characters are each read in any way they can be. Looking words up in the dictionary
 * takes long; so those that fit in no reading are sorted out first.
 */
function looseRank(typed: string, block: Block, title: Title, pinyinOf: PinyinOf): Rank | undefined {
  const word = looseWords.get(block, [title], () => looseWord(title.name, pinyinOf));
  return rankOf(typed, word);
}

/** Those that fit as their words are really read. As many as are wanted; of the others nobody knows. */
function exact(
  typed: string,
  ranked: readonly Candidate[],
  most: number,
  pinyinOf: PinyinOf,
): { readonly candidates: readonly Candidate[]; readonly more: number } {
  const byRank: Candidate[][] = [];
  let found = 0;
  let looked = 0;
  for (const candidate of ranked) {
    if (found === most) break;
    looked++;
    const { name } = candidate.title;
    const rank = rankOf(typed, wordOf(name, pinyinOf(name)));
    if (rank === undefined) continue;
    found++;
    byRank[rank] ??= [];
    byRank[rank]?.push(candidate);
  }
  return { candidates: byRank.flat(), more: ranked.length - looked };
}

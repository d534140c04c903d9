import { CompletionItemKind } from 'vscode-languageserver-types';
import { lineEndOf } from '../../rules/edits.ts';
import { squeeze } from '../../syntax/characters.ts';
import type { BlockKind, Part } from '../../syntax/nodes.ts';
import type { LabelMeaning, LabelRole } from '../../syntax/vocabulary.ts';
import { amountsFor } from './amounts.ts';
import type { Asked } from './asked.ts';
import type { Cursor } from './cursor.ts';
import { bestRank, normalize, Rank, type Word } from './matching.ts';
import { LATER, type Offer } from './offers.ts';
import { skeletonOffers } from './skeletons.ts';

/** What the line stands in, which decides what labels it may hold. */
export type Surroundings = 'fields' | 'goal' | 'indicators';

/** What a block may hold, in the order it is written. */
const INSIDE: Readonly<Record<BlockKind, readonly LabelRole[]>> = {
  head: ['department', 'year', 'moneyUnit', 'profile'],
  total: ['column'],
  unit: ['column'],
  project: ['column', 'goal', 'indicators', 'field'],
  include: [],
};

/** What begins a block, the likeliest first. */
const BLOCKS: Readonly<Record<BlockKind, readonly LabelRole[]>> = {
  head: ['total', 'unit', 'project', 'include'],
  total: ['unit', 'project', 'include'],
  unit: ['project', 'unit', 'include', 'total'],
  project: ['project', 'unit', 'include', 'total'],
  include: ['project', 'unit', 'include', 'total'],
};

const BEGINNING: ReadonlySet<LabelRole> = new Set(Object.values(BLOCKS).flat());

/** What ends a goal whatever follows it; 合计 is there already once it is long enough to be offered. */
const AFTER_GOAL: readonly LabelRole[] = ['goal', 'indicators', 'project', 'unit'];

/** A goal is prose: what is typed has to look like a label. */
const SHORTEST_IN_GOAL = 2;

/** Behind what fits just as well: a class, or a label's own name. */
const BEHIND = 0.5;

/** Labels that may stand on the cursor's line, which holds nothing else yet. */
export function labelOffers(typed: string, surroundings: Surroundings, asked: Asked): Offer[] {
  const { cursor, words } = asked;
  const behind = labelBehind(cursor);
  if (behind === undefined) return [];
  const query = normalize(typed);
  const inGoal = surroundings === 'goal';
  if (inGoal && query.length < SHORTEST_IN_GOAL) return [];
  const roles = inGoal ? AFTER_GOAL : [...INSIDE[cursor.kind], ...BLOCKS[cursor.kind]];
  const present = presentIn(asked);
  return roles.flatMap((role) =>
    words.labels.flatMap(({ meaning, words: names }): Offer[] => {
      if (meaning.role !== role || present.has(keyOf(meaning)) || !meaning.name.endsWith(behind)) return [];
      const own = ownRank(query, meaning, names);
      if (inGoal) {
        return isMeantInGoal(own, meaning) ? [{ ...labelOffer(meaning, own, asked), unasked: true }] : [];
      }
      const rank = labelRank(query, own, meaning, names);
      if (rank === undefined) return [];
      const behindClasses = isMeantAmongClasses(query, own, meaning) ? BEHIND : LATER;
      const placed = surroundings === 'indicators' ? rank + behindClasses : rank;
      return [labelOffer(meaning, placed, asked), ...wholeBlock(meaning, own, placed, asked)];
    }),
  );
}

/** What begins a block may also be put in as the whole of it. */
function wholeBlock({ role }: LabelMeaning, own: Rank | undefined, rank: number, asked: Asked): Offer[] {
  const isMeant = own !== undefined && own <= Rank.startByPinyin;
  return isMeant && (role === 'project' || role === 'unit') ? skeletonOffers(role, rank, asked) : [];
}

/** How well what was typed fits a label by the name it has. */
function ownRank(query: string, { name }: LabelMeaning, names: readonly Word[]): Rank | undefined {
  const own = normalize(name);
  const words = names.filter(({ text }) => text === own);
  return bestRank(query, words);
}

/** Own names that begin so, then other names that begin so, then what has it in the middle. */
function labelRank(
  query: string,
  own: Rank | undefined,
  { role }: LabelMeaning,
  names: readonly Word[],
): number | undefined {
  // Of all that begin with 项目 the one that begins a project is meant most often.
  if (own !== undefined && own <= Rank.startByPinyin) return role === 'project' && query !== '' ? own - 0.1 : own;
  const best = bestRank(query, names);
  if (best === undefined || best === own) return best;
  return best <= Rank.startByPinyin ? Rank.startByPinyin + BEHIND + best / 10 : best + BEHIND;
}

/** In a goal only 绩效指标 may be typed by its pinyin, the others by the characters they begin with. */
function isMeantInGoal(own: Rank | undefined, { role }: LabelMeaning): own is Rank {
  return own !== undefined && own <= (role === 'indicators' ? Rank.startByPinyin : Rank.start);
}

/** Whether a label may well be meant where a class may be, too: 项目, or `xm` since that begins a project. */
function isMeantAmongClasses(query: string, own: Rank | undefined, { role }: LabelMeaning): boolean {
  if (query === '' || own === undefined) return false;
  return own <= (BEGINNING.has(role) ? Rank.startByPinyin : Rank.start);
}

/** What stands behind the cursor of a label: nothing, or its own end up to the colon; undefined where it is other text. */
function labelBehind({ atEnd, rest }: Cursor): string | undefined {
  if (atEnd) return '';
  const colon = /[:：]/.exec(rest);
  return colon ? squeeze(rest.slice(0, colon.index)) : undefined;
}

/** Columns that may stand behind `其中:`. */
export function sourceOffers(typed: string, asked: Asked): Offer[] {
  const { columns } = asked.vocabulary.profile;
  const sources = new Set(columns.flatMap(({ sumOf = [] }) => sumOf));
  return labelOffers(typed, 'fields', asked).filter(({ text }) => sources.has(text));
}

function labelOffer(meaning: LabelMeaning, rank: number, asked: Asked): Offer {
  return {
    label: meaning.name,
    text: meaning.name,
    rank,
    kind: CompletionItemKind.Keyword,
    about: { type: 'label', meaning },
    ...behindLabel(meaning, asked),
  };
}

/** What is put in behind a label, and whether more is known to follow it. */
function behindLabel({ role, index }: LabelMeaning, asked: Asked): Pick<Offer, 'tail' | 'more'> {
  const lineEnd = lineEndOf(asked.cursor.before);
  switch (role) {
    case 'indicators':
      return { tail: `:${lineEnd}  1、`, more: true };
    case 'total':
      return { tail: lineEnd };
    case 'moneyUnit':
    case 'year':
    case 'profile':
    case 'include':
      return { tail: ': ', more: true };
    case 'column':
      return { tail: ': ', more: amountsFor(index, asked).length > 0 };
    default:
      return { tail: ': ' };
  }
}

/** What may stand but once and stands in the block already, on another line than the cursor's. */
function presentIn({ cursor }: Asked): Set<string> {
  const { block, document, lineStart, before, rest, beginsBlock } = cursor;
  const present = new Set<string>();
  if (!block) return present;
  const lineEnd = before.length + rest.length;
  for (const part of document.row(block).tree.parts) {
    if (!beginsBlock && part.start >= lineStart && part.start <= lineEnd) continue;
    const key = keyOfPart(part);
    if (key) present.add(key);
  }
  return present;
}

function keyOf({ role, index }: Pick<LabelMeaning, 'role' | 'index'>): string {
  return `${role} ${index}`;
}

function keyOfPart(part: Part): string | undefined {
  switch (part.type) {
    case 'amount':
      return keyOf({ role: 'column', index: part.column });
    case 'goal':
      return keyOf({ role: 'goal', index: part.index });
    case 'indicators':
      return keyOf({ role: 'indicators', index: 0 });
    case 'year':
      return keyOf({ role: 'year', index: 0 });
    case 'field':
      // What begins a block may begin another.
      return ['unit', 'project', 'include'].includes(part.role) ? undefined : keyOf(part);
    default:
      return undefined;
  }
}

import { squeeze } from '../../syntax/characters.ts';
import { classNamed } from '../../syntax/classes.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { classTexts, classWord } from './classCells.ts';
import { MESSAGES } from './messages.ts';
import type { ImportItem, Place } from './report.ts';

/** A column of a list that holds the indicators of one class: 产出指标, 社会效益指标. */
export interface ClassMeaning {
  readonly role: 'class';
  /** As the heading has it. */
  readonly name: string;
  /** As indicators write them; empty where there is none. Known once the whole heading is. */
  readonly class1: string;
  readonly class2: string;
}

/** Shorter words without 指标 (数量, 成本) may be of other things. */
const SHORTEST_WITHOUT_ENDING = 4;

/** What stands over indicators of none of the classes: 其他指标, 其他效益指标. */
const OTHERS = /^其[他它].{0,2}指标$/;

/** Whether a heading's word names a class. */
export function classMeaning(text: string, vocabulary: Vocabulary): ClassMeaning | undefined {
  const word = classWord(text);
  if (!word.endsWith('指标') && word.length < SHORTEST_WITHOUT_ENDING) return undefined;
  if (levelsOf(word, vocabulary).length === 0 && !OTHERS.test(word)) return undefined;
  return { role: 'class', name: squeeze(text), class1: '', class2: '' };
}

/** A word of a heading over a class's column, and what stands over it. */
export interface ClassWord {
  readonly text: string;
  readonly place: Place;
  /** The word of the row above that covers it. */
  readonly above: string;
}

/**
 * The classes of columns by their words. A word that is of both levels (成本指标) is of the others' level, and of level 2
 * below one of level 1; alone it stays a word.
 */
export function settledClasses(
  words: readonly ClassWord[],
  vocabulary: Vocabulary,
): { readonly meanings: readonly ClassMeaning[]; readonly items: readonly ImportItem[] } {
  const levels = words.map(({ text }) => levelsOf(classWord(text), vocabulary));
  const common = ([1, 2] as const).find((level) => levels.some((own) => own.length === 1 && own[0] === level));
  const items: ImportItem[] = [];
  const meanings = words.map(({ text, place, above }, i): ClassMeaning => {
    const own = levels[i] as readonly (1 | 2)[];
    const named = (word: string) => ({ text: word, place, column: '' });
    const parent = levelsOf(classWord(above), vocabulary).includes(1) && own.includes(2) ? above : undefined;
    const level = parent === undefined ? (own.length === 1 ? own[0] : common) : 2;
    const name = squeeze(text);
    if (level === undefined) return { role: 'class', name, class1: '', class2: classWord(text) };
    const classes =
      level === 1
        ? classTexts(named(text), undefined, vocabulary)
        : classTexts(parent === undefined ? undefined : named(parent), named(text), vocabulary);
    items.push(...classes.items);
    if (classes.class2 === '')
      items.push({
        kind: 'assumed',
        ...place,
        column: '',
        before: text,
        after: classes.class1,
        message: MESSAGES.onlyLevel1,
      });
    return { role: 'class', name, class1: classes.class1, class2: classes.class2 };
  });
  return { meanings, items };
}

/** The levels on which a word names a class; level 1 alone where its only class of level 2 has the same name. */
function levelsOf(word: string, vocabulary: Vocabulary): readonly (1 | 2)[] {
  const two = classNamed(word, 2, vocabulary);
  const one = classNamed(word, 1, vocabulary);
  if (one && two?.level === 2 && two.parent === one.class) return [1];
  return [...(one ? [1 as const] : []), ...(two ? [2 as const] : [])];
}

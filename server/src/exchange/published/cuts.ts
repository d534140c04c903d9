import { FULL_STOP, fold, isHan, SEMICOLON, squeeze } from '../../syntax/characters.ts';
import type { Indicator } from '../../syntax/nodes.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { IndicatorLines } from './indicatorLines.ts';

/**
 * Texts that visibly start or stop in the middle: what ran over a page's end was lost in print. Only what the table
 * itself shows is taken for visible; a goal that lost whole sentences looks sound.
 */
export type CutEnd = 'head' | 'tail';

const END_MARKS = '。.!！?？;；:：…)）》」』】〕"”\'’';
const CLAUSE_MARK = /[,，;；。]/;
const CANNOT_BEGIN = /^[。、，；：！？,;:!?)）》」』】〕”]/;
const ONE_OF_A_LIST = /^\p{Script=Han}、/u;

/** How much of a text is looked for elsewhere. */
const ENDING = 6;
const BEGINNING = 3;

/** Tells which goals of a table are cut; cells without spaces at their ends. */
export class GoalCuts {
  /** What stands before a mark that ends a sentence, anywhere in a goal. */
  readonly #endings = new Set<string>();
  readonly #texts: readonly string[];
  /** The first letters of goals without end, and the letters they stand behind elsewhere; made when first asked for. */
  #before: Map<string, Set<string>> | undefined;
  readonly #goals: readonly string[];

  /** @param texts all cells of the table, goals included */
  constructor(goals: readonly string[], texts: readonly string[]) {
    this.#goals = goals;
    this.#texts = texts;
    for (const goal of goals) {
      for (let i = ENDING; i < goal.length; i++) {
        if (END_MARKS.includes(goal.charAt(i))) this.#endings.add(goal.slice(i - ENDING, i));
      }
    }
  }

  /**
   * Which ends of a goal are cut.
   * - Tail: it has clauses and no mark at its end, and no goal goes on after the same ending with one.
   * - Head: it begins with a mark, with one letter of a list (`查、项目审计、…`), or with the second of a numbered list;
   *   or its tail is cut and its first letters stand elsewhere, always behind the same letter (`用场景` in `应用场景`).
   */
  of(goal: string): CutEnd[] {
    const tail = this.#isOpen(goal);
    const head =
      CANNOT_BEGIN.test(goal) ||
      ONE_OF_A_LIST.test(goal) ||
      beginsWithSecond(goal) ||
      (tail && this.#beginsInWord(goal));
    return [...(head ? (['head'] as const) : []), ...(tail ? (['tail'] as const) : [])];
  }

  #isOpen(goal: string): boolean {
    return CLAUSE_MARK.test(goal) && !END_MARKS.includes(goal.slice(-1)) && !this.#endings.has(goal.slice(-ENDING));
  }

  #beginsInWord(goal: string): boolean {
    this.#before ??= this.#lettersBefore();
    const before = [...(this.#before.get(goal.slice(0, BEGINNING)) ?? [])];
    return before.length === 1 && isHan(before[0] as string);
  }

  #lettersBefore(): Map<string, Set<string>> {
    const before = new Map<string, Set<string>>();
    const open = this.#goals.filter((goal) => this.#isOpen(goal));
    for (const goal of open) {
      const beginning = goal.slice(0, BEGINNING);
      if ([...beginning].every(isHan)) before.set(beginning, new Set());
    }
    if (before.size === 0) return before;
    const own = new Set(open);
    for (const text of this.#texts) {
      for (let i = own.has(text) ? 1 : 0; i + BEGINNING <= text.length; i++) {
        before.get(text.slice(i, i + BEGINNING))?.add(text.charAt(i - 1));
      }
    }
    return before;
  }
}

/** A list that has its second and no first. */
function beginsWithSecond(text: string): boolean {
  const second = text.search(/(?:^|[。;；\n]) ?[2２二] ?[、.．]/);
  return second >= 0 && !/[1１一] ?[、.．]/.test(text.slice(0, second + 1));
}

/**
 * Which ends of an indicators cell are cut.
 * - Head: its first indicator has no number though others have, or the numbers begin after 1.
 * - Tail: it ends in a bare number, or without a mark and its last indicator lacks a value.
 */
export function cutsOfIndicators(cell: string, { indicators, text }: IndicatorLines, vocabulary: Vocabulary): CutEnd[] {
  const first = indicators[0];
  const last = indicators.at(-1);
  if (!first || !last) return [];
  const number = first.number && squeeze(text.slice(first.number.start, first.number.end));
  const head =
    number === undefined ? indicators.some((indicator) => indicator.number) : /^(?:[2-9]|\d{2,})$/.test(number);
  const mark = cell.charCodeAt(cell.length - 1);
  const ended = mark === FULL_STOP || fold(mark) === SEMICOLON;
  const bare = !last.name && last.values.length === 0;
  const tail = bare || (!ended && lacksValue(last, indicators, vocabulary));
  return [...(head ? (['head'] as const) : []), ...(tail ? (['tail'] as const) : [])];
}

/** Whether an indicator is without one of the values or the weight that others of its cell have; not all are explained. */
function lacksValue(last: Indicator, all: readonly Indicator[], vocabulary: Vocabulary): boolean {
  const has = (indicator: Indicator, label: number) => indicator.values.some((value) => value.index === label);
  return vocabulary.valueLabels.some(
    ({ span }, label) => span !== 'explanation' && !has(last, label) && all.some((other) => has(other, label)),
  );
}

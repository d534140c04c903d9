import { isHan } from '../../syntax/characters.ts';
import { type CutEnd, END_MARKS, isOpen, startsInList, startsInMiddle } from '../../table/cuts.ts';

/** How much of a text is looked for elsewhere. */
const ENDING = 6;
const BEGINNING = 3;

/** Tells which goals of a table are cut, by what the others say; cells without spaces at their ends. */
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
    const head = startsInMiddle(goal) || startsInList(goal) || (tail && this.#beginsInWord(goal));
    return [...(head ? (['head'] as const) : []), ...(tail ? (['tail'] as const) : [])];
  }

  #isOpen(goal: string): boolean {
    return isOpen(goal) && !this.#endings.has(goal.slice(-ENDING));
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

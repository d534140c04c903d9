import defaults from './judging.json' with { type: 'json' };
import { WordList } from './wordList.ts';

/**
 * The words and thresholds that the rules judge by. A profile may bring its own for any of them; the others are those
 * of `judging.json`. Words are squeezed (half-width, without spaces).
 */
export interface JudgingData {
  /** Words that readers of characters take for others, at a value's start. */
  readonly misread: readonly Misread[];
  /** Words that stand before a colon and are one letter from a label, but are meant. */
  readonly notLabels: readonly string[];
  /** In a project's name: its targets come from above. */
  readonly handedDownNames: readonly string[];
  /** Names of the fields that say what kind a project is of. */
  readonly kindFields: readonly string[];
  /** In such a field: the project's targets come from above. */
  readonly handedDownKinds: readonly string[];
  /** In a project's name: its amount is but a part of what the indicators speak of. 第一批 and the like are known without. */
  readonly instalments: readonly string[];
  /** In an indicator's name: its value is money that the project spends. */
  readonly spending: readonly string[];
  /** In an indicator's name: its value is money, but not the project's. */
  readonly notSpending: readonly string[];
  /** In an indicator's name: its value is money for one of many, not for all of them. */
  readonly forOne: readonly string[];
  /** Codes of the classes whose indicators are money that the project spends. */
  readonly costClasses: readonly string[];
  /** Ends of names that speak of satisfaction. */
  readonly satisfactionEndings: readonly string[];
  /** Percent below which a target of satisfaction is low. */
  readonly satisfactionFloor: number;
  /** In a name: it measures the contrary of satisfaction. */
  readonly notSatisfaction: readonly string[];
  /** What in a name speaks for a class. */
  readonly classContent: readonly ClassContent[];
  /** In a name: it is a management routine, which is no benefit. */
  readonly routines: readonly string[];
  /** In a name: it is none, though it seems to be. */
  readonly notRoutines: readonly string[];
  /** Values that stand for one that was never filled in. */
  readonly placeholders: readonly string[];
  /** What shows anywhere in a value that it was never filled in. */
  readonly placeholderMarks: readonly string[];
  /** Words that a form has left before a value, a colon behind them. */
  readonly valuePrefixes: readonly string[];
  /** Values that say nothing where a number is due. */
  readonly vague: readonly string[];
  /** Codes of the level-2 classes in which every value is a number. */
  readonly measured: readonly string[];
  /** In a value of words: it is measured against something known, such as last year's, the budget or all there are. */
  readonly benchmarks: readonly string[];
  /** Values of words that say how much or how often by themselves. */
  readonly amounts: readonly string[];
  /** How a value of words begins that means zero. */
  readonly none: readonly string[];
  /** What names count whose endings leave no doubt of it. */
  readonly nameUnits: readonly NameUnit[];
  /** Ends of names of what is counted. */
  readonly counted: readonly string[];
  /** Ends of names of what may be a date: 12.31 is no number there. */
  readonly dated: readonly string[];
  /** Ends of names of what has no unit. */
  readonly unitless: readonly string[];
  /** Ends of names of rates. */
  readonly rateEndings: readonly string[];
  /** Units in which a rate may be given besides % and ‰. */
  readonly rateUnits: readonly string[];
  /** Ends of names of what is mostly, but not always, given as a rate. */
  readonly softRates: readonly string[];
  /** Ends of names that look like rates and are none. */
  readonly notRates: readonly string[];
  /** In a name: more than 100% is possible. */
  readonly growing: readonly string[];
  /** Ends of names of rates that cannot pass 100%. */
  readonly exact: readonly string[];
  /** In a project's name: it builds, repairs or buys. 建设 and 工程 alone say nothing of the kind (平安建设, 素养工程). */
  readonly costProjects: readonly string[];
  /** In a project's name: it does not, though it seems to. */
  readonly notCostProjects: readonly string[];
  /** So many characters a goal has that is taken to be cut because no mark ends it; a shorter one may do without. */
  readonly shortestOpenGoal: number;
  /** So many characters a goal has at least that is compared with others. */
  readonly shortestComparedGoal: number;
  /** What may stand between a clause's start and the year that it speaks of. */
  readonly beforeYears: readonly string[];
  /** Behind a year: it is not when the target is due, but what is counted from, or what the indicator is about. */
  readonly behindFairYears: readonly string[];
}

export interface Misread {
  readonly words: readonly string[];
  /** The word that was read. */
  readonly meant: string;
}

/** Words that speak for a class where an indicator stands in another. Names are looked at without their brackets. */
export interface ClassContent {
  /** Codes of the level-2 classes that the words speak for, the one most often meant first; those that a profile does not have do not count. */
  readonly classes: readonly string[];
  /** Codes of the level-2 classes that such an indicator is often put into by mistake. */
  readonly from: readonly string[];
  readonly words: readonly string[];
  /** One of these must stand in the name as well, where there are any. */
  readonly also: readonly string[];
  /** The name ends in one of these, or in the word itself, where there are any. */
  readonly ends: readonly string[];
  /** Words in a name that speak against it. */
  readonly not: readonly string[];
  /** Looked for only where all that is off by default is found too. */
  readonly strict: boolean;
}

export interface NameUnit {
  readonly unit: string;
  readonly endings: readonly string[];
}

type Compiled<T> = T extends readonly string[]
  ? WordList
  : T extends readonly (infer Item)[]
    ? readonly { readonly [Key in keyof Item]: Compiled<Item[Key]> }[]
    : T;

/** The same, ready to look through texts with. */
export type Judging = { readonly [Key in keyof JudgingData]: Compiled<JudgingData[Key]> };

/** What a profile judges by: its own words where it has some, else those that all share. */
export function judgingOf(own: Partial<JudgingData> = {}): Judging {
  return compile({ ...(defaults as JudgingData), ...own }) as Judging;
}

function compile(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'string') ? new WordList(value) : value.map(compile);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, compile(item)]));
}

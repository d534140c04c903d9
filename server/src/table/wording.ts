import type { Judging } from '../profile/judging.ts';
import { squeeze } from '../syntax/characters.ts';
import { ownText } from '../syntax/text.ts';
import { TextMemo } from '../syntax/textMemo.ts';
import { nameUnit } from './nameUnit.ts';
import { plainName } from './plainName.ts';
import { type Quantity, readValue, type ValueReading } from './value.ts';

/**
 * A name or a value by its words alone, wherever it stands. In a table the same few stand over and over: equal texts
 * share one wording, so that what can be found out about the words is found once.
 */
export class Wording {
  readonly text: string;
  /** Half-width and without spaces. */
  readonly squeezed: string;
  #plain: string | undefined;
  #unit: string | undefined;
  #reading: ValueReading | undefined;
  #answers: unknown[] = [];
  /** By which words those were found. */
  #judging: Judging | undefined;

  constructor(text: string) {
    this.text = text;
    this.squeezed = squeeze(text);
  }

  /** A name as its words are looked through: without what stands in brackets. */
  get plain(): string {
    this.#plain ??= plainName(this.text);
    return this.#plain;
  }

  /** The unit in brackets that a name ends in; `''` where it has none. */
  get unit(): string {
    this.#unit ??= nameUnit(this.text);
    return this.#unit;
  }

  /** What it says as a value. */
  get reading(): ValueReading {
    this.#reading ??= readValue(this.text);
    return this.#reading;
  }

  /** The answers to questions, by the questions' numbers, as far as they were asked. */
  answersBy(judging: Judging): unknown[] {
    if (this.#judging !== judging) {
      this.#judging = judging;
      this.#answers = [];
    }
    return this.#answers;
  }
}

const wordings = new TextMemo<Wording>();

export function wordingOf(text: string): Wording {
  const known = wordings.get(text);
  if (known) return known;
  const own = ownText(text);
  return wordings.set(own, new Wording(own));
}

/** The unit of an indicator's number: the value's own, else the one in its name's brackets. */
export function unitOf(named: Wording, { unit }: Quantity): string {
  return unit === '' ? named.unit : unit;
}

let questions = 0;
const NOTHING = Symbol('undefined');

/**
 * A question about a name or value that nothing but its words answer, with those that rules judge by: it is asked once
 * of each wording.
 */
export function question<Answer>(
  answer: (wording: Wording, judging: Judging) => Answer,
): (wording: Wording, judging: Judging) => Answer {
  const number = questions++;
  return (wording, judging) => {
    const answers = wording.answersBy(judging);
    const known = answers[number];
    if (known !== undefined) return known === NOTHING ? (undefined as Answer) : (known as Answer);
    const found = answer(wording, judging);
    answers[number] = found === undefined ? NOTHING : found;
    return found;
  };
}

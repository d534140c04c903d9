import type { LevelOneClass } from '../profile/profile.ts';
import { squeeze } from '../syntax/characters.ts';
import { classNamed } from '../syntax/classes.ts';
import type { ClassNode, Indicator, Span } from '../syntax/nodes.ts';
import { joinedText, ownText } from '../syntax/text.ts';
import { TextMemo } from '../syntax/textMemo.ts';
import type { ChildClass, ClassEntry, Vocabulary } from '../syntax/vocabulary.ts';
import { type Wording, wordingOf } from './wording.ts';

/**
 * An indicator as it is written is three stretches of text: what stands before its name, the name, and what stands
 * behind it. Each comes over and over in a table, so what each says is read once.
 */

/** What a class says, wherever it is written so. */
export interface ClassWords<T> {
  readonly code: string;
  readonly name: string;
  readonly byCode: T | undefined;
  readonly byName: T | undefined;
}

/** A stretch of an indicator that was read, and where its parts stood in it. */
abstract class Stretch {
  /** Offsets in the stretch. */
  readonly places: readonly number[];

  constructor(places: readonly number[]) {
    this.places = places;
  }

  /**
   * Whether the parts of another indicator stand at the same places. The letters of a stretch do not tell by
   * themselves: a word may be a label in one indicator and, behind an escape or another name, text in the next.
   */
  hasPlaces(places: readonly number[]): boolean {
    if (places.length !== this.places.length) return false;
    for (let i = 0; i < places.length; i++) if (places[i] !== this.places[i]) return false;
    return true;
  }
}

/** The stretch before a name: the classes. */
export class HeadWords extends Stretch {
  readonly class1: ClassWords<LevelOneClass> | undefined;
  readonly class2: ClassWords<ChildClass> | undefined;

  constructor(
    places: readonly number[],
    class1: ClassWords<LevelOneClass> | undefined,
    class2: ClassWords<ChildClass> | undefined,
  ) {
    super(places);
    this.class1 = class1;
    this.class2 = class2;
  }
}

/** The stretch behind a name: the values, with their labels and the marks between and behind them. */
export class TailWords extends Stretch {
  readonly values: readonly Wording[];
  /** What floors above keep about it. */
  facts: object | undefined = undefined;

  constructor(places: readonly number[], values: readonly Wording[]) {
    super(places);
    this.values = values;
  }
}

/** The stretches of indicators in a vocabulary. Nothing is kept of an indicator with comments in it. */
export class IndicatorWords {
  readonly #vocabulary: Vocabulary;
  readonly #heads = new TextMemo<HeadWords>();
  readonly #names = new TextMemo<Wording>();
  readonly #tails = new TextMemo<TailWords>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** What stands before the name of an indicator, or before its values where it has none. */
  head(text: string, node: Indicator): HeadWords {
    const { start, end, class1, class2, name, values, inserts } = node;
    const from = (class1 ?? class2)?.start ?? start;
    const raw = text.slice(from, (name ?? values[0])?.start ?? end);
    const places = headPlaces(node, from);
    const known = inserts.length > 0 ? undefined : this.#heads.get(raw);
    if (known?.hasPlaces(places)) return known;
    const own = ownText(raw);
    const read = this.#readHead(own, from, node, places);
    return known || inserts.length > 0 ? read : this.#heads.set(own, read);
  }

  #readHead(raw: string, from: number, { class1, class2 }: Indicator, places: readonly number[]): HeadWords {
    const asTwo = (entry: ClassEntry) => this.#vocabulary.levelTwo.get(entry.class.code);
    return new HeadWords(
      places,
      class1 && this.#class(raw, from, class1, 1, levelOne),
      class2 && this.#class(raw, from, class2, 2, asTwo),
    );
  }

  #class<T>(
    raw: string,
    from: number,
    node: ClassNode,
    level: 1 | 2,
    asLevel: (entry: ClassEntry) => T | undefined,
  ): ClassWords<T> {
    const words = (span?: Span) => (span ? squeeze(raw.slice(span.start - from, span.end - from)) : '');
    const code = words(node.code);
    const name = words(node.name);
    const byCode = this.#vocabulary.classByCode.get(code);
    const byName = classNamed(name, level, this.#vocabulary);
    return { code, name, byCode: byCode && asLevel(byCode), byName: byName && asLevel(byName) };
  }

  name(text: string, { name, inserts }: Indicator): Wording {
    if (!name) return NO_WORDS;
    if (inserts.length > 0) return wordingOf(joinedText(text, name, inserts));
    const raw = text.slice(name.start, name.end);
    return this.#names.get(raw) ?? this.#names.set(ownText(raw), wordingOf(allOf(raw)));
  }

  /** What stands behind the name of an indicator. */
  tail(text: string, node: Indicator): TailWords {
    const from = node.name?.end ?? node.values[0]?.start ?? node.start;
    const places = tailPlaces(node, from);
    if (node.inserts.length > 0) return readTail(text, 0, node, places);
    const raw = text.slice(from, node.end);
    const known = this.#tails.get(raw);
    if (known?.hasPlaces(places)) return known;
    const own = ownText(raw);
    const read = readTail(own, from, node, places);
    return known ? read : this.#tails.set(own, read);
  }
}

/** What the values of an indicator say; a text in which it does not stand at the start begins at `from`. */
function readTail(text: string, from: number, { values, inserts }: Indicator, places: readonly number[]): TailWords {
  const span = ({ start, end }: Span) => ({ start: start - from, end: end - from });
  const words = values.map(({ text: said }) => wordingOf(joinedText(text, span(said), inserts)));
  return new TailWords(places, words);
}

function headPlaces({ class1, class2, code3 }: Indicator, from: number): number[] {
  const places: number[] = [];
  addClass(places, class1, from);
  addClass(places, class2, from);
  places.push(code3 ? code3.start - from : NOT_THERE, code3 ? code3.end - from : NOT_THERE);
  return places;
}

function addClass(places: number[], node: ClassNode | undefined, from: number): void {
  const { code, name } = node ?? NO_CLASS;
  places.push(
    code ? code.start - from : NOT_THERE,
    code ? code.end - from : NOT_THERE,
    name ? name.start - from : NOT_THERE,
    name ? name.end - from : NOT_THERE,
  );
}

function tailPlaces({ values }: Indicator, from: number): number[] {
  const places: number[] = [];
  for (const { index, label, misspelt, text } of values) {
    places.push(
      index,
      misspelt ? 1 : 0,
      label ? label.start - from : NOT_THERE,
      label ? label.colon - from : NOT_THERE,
    );
    places.push(text.start - from, text.end - from);
  }
  return places;
}

const NOT_THERE = -1;
const NO_CLASS: { readonly code?: Span; readonly name?: Span } = {};

const NO_WORDS = wordingOf('');

/** What a text that is nothing but a name says, its line breaks and escapes apart. */
function allOf(raw: string): string {
  return joinedText(raw, { start: 0, end: raw.length }, []);
}

function levelOne(entry: ClassEntry): LevelOneClass | undefined {
  return entry.level === 1 ? entry.class : undefined;
}

const wordsOf = new WeakMap<Vocabulary, IndicatorWords>();

/** What indicators in a vocabulary say. */
export function indicatorWords(vocabulary: Vocabulary): IndicatorWords {
  let words = wordsOf.get(vocabulary);
  if (!words) {
    words = new IndicatorWords(vocabulary);
    wordsOf.set(vocabulary, words);
  }
  return words;
}

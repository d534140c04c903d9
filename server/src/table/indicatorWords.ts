import type { LevelOneClass } from '../profile/profile.ts';
import { squeeze } from '../syntax/characters.ts';
import { classNamed } from '../syntax/classes.ts';
import type { ClassNode, Indicator, Span, Value } from '../syntax/nodes.ts';
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

/** A stretch of an indicator that was read. */
abstract class Stretch {
  /** The indicator that it was first read from. */
  readonly node: Indicator;
  /** Where the stretch began there. */
  readonly from: number;

  constructor(node: Indicator, from: number) {
    this.node = node;
    this.from = from;
  }
}

/** The stretch before a name: the classes. */
export class HeadWords extends Stretch {
  readonly class1: ClassWords<LevelOneClass> | undefined;
  readonly class2: ClassWords<ChildClass> | undefined;

  constructor(
    node: Indicator,
    from: number,
    class1: ClassWords<LevelOneClass> | undefined,
    class2: ClassWords<ChildClass> | undefined,
  ) {
    super(node, from);
    this.class1 = class1;
    this.class2 = class2;
  }

  /**
   * Whether the parts of another indicator stand at the same places. The letters of a stretch do not tell by
   * themselves: a word may be a label in one indicator and, behind an escape or another name, text in the next.
   */
  isLike({ class1, class2, code3 }: Indicator, from: number): boolean {
    const by = this.from - from;
    const { node } = this;
    return sameClass(class1, node.class1, by) && sameClass(class2, node.class2, by) && same(code3, node.code3, by);
  }
}

/** The stretch behind a name: the values, with their labels and the marks between and behind them. */
export class TailWords extends Stretch {
  readonly values: readonly Wording[];
  /** What floors above keep about it. */
  facts: object | undefined = undefined;

  constructor(node: Indicator, from: number, values: readonly Wording[]) {
    super(node, from);
    this.values = values;
  }

  /** Whether the values of another indicator stand at the same places. */
  isLike({ values }: Indicator, from: number): boolean {
    const known = this.node.values;
    if (known.length !== values.length) return false;
    const by = this.from - from;
    for (let i = 0; i < values.length; i++) if (!sameValue(values[i] as Value, known[i] as Value, by)) return false;
    return true;
  }
}

function sameValue(a: Value, b: Value, by: number): boolean {
  if (a.index !== b.index || a.misspelt !== b.misspelt) return false;
  return same(a.text, b.text, by) && same(a.label, b.label, by) && a.label?.colon === (b.label && b.label.colon - by);
}

function sameClass(a: ClassNode | undefined, b: ClassNode | undefined, by: number): boolean {
  return same(a?.code, b?.code, by) && same(a?.name, b?.name, by);
}

/** Whether two parts are both there or both not, the second so much further on. */
function same(a: Span | undefined, b: Span | undefined, by: number): boolean {
  return a && b ? a.start + by === b.start && a.end + by === b.end : a === b;
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
    const known = inserts.length > 0 ? undefined : this.#heads.get(raw);
    if (known?.isLike(node, from)) return known;
    const own = ownText(raw);
    const read = this.#readHead(own, from, node);
    return known || inserts.length > 0 ? read : this.#heads.set(own, read);
  }

  #readHead(raw: string, from: number, node: Indicator): HeadWords {
    const { class1, class2 } = node;
    const asTwo = (entry: ClassEntry) => this.#vocabulary.levelTwo.get(entry.class.code);
    return new HeadWords(
      node,
      from,
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
    if (node.inserts.length > 0) return readTail(text, 0, node);
    const raw = text.slice(from, node.end);
    const known = this.#tails.get(raw);
    if (known?.isLike(node, from)) return known;
    const own = ownText(raw);
    const read = readTail(own, from, node);
    return known ? read : this.#tails.set(own, read);
  }
}

/** What the values of an indicator say; a text in which it does not stand at the start begins at `from`. */
function readTail(text: string, from: number, node: Indicator): TailWords {
  const span = ({ start, end }: Span) => ({ start: start - from, end: end - from });
  const words = node.values.map(({ text: said }) => wordingOf(joinedText(text, span(said), node.inserts)));
  return new TailWords(node, from, words);
}

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

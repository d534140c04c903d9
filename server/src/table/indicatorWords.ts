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

/** The stretch before a name: the classes. */
export interface HeadWords {
  readonly class1: ClassWords<LevelOneClass> | undefined;
  readonly class2: ClassWords<ChildClass> | undefined;
}

/** The stretch behind a name: the values, with their labels and the marks between and behind them. */
export class TailWords {
  readonly values: readonly Wording[];
  /** What floors above keep about it. */
  facts: object | undefined = undefined;

  constructor(values: readonly Wording[]) {
    this.values = values;
  }
}

/** The stretches of indicators in a vocabulary. */
export class IndicatorWords {
  readonly #vocabulary: Vocabulary;
  /** By which parts of which classes are there: that decides how a text is read. */
  readonly #heads: TextMemo<HeadWords>[] = [];
  readonly #names = new TextMemo<Wording>();
  readonly #tails = new TextMemo<TailWords>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** What stands before the name of an indicator, or before its values where it has none. */
  head(text: string, node: Indicator): HeadWords {
    const { start, end, class1, class2, name, values } = node;
    const from = (class1 ?? class2)?.start ?? start;
    const raw = text.slice(from, (name ?? values[0])?.start ?? end);
    const memo = this.#headsLike(class1, class2);
    return memo.get(raw) ?? this.#readHead(raw, from, node, memo);
  }

  #headsLike(class1: ClassNode | undefined, class2: ClassNode | undefined): TextMemo<HeadWords> {
    const shape = partsOf(class1) * 4 + partsOf(class2);
    let memo = this.#heads[shape];
    if (!memo) {
      memo = new TextMemo();
      this.#heads[shape] = memo;
    }
    return memo;
  }

  #readHead(raw: string, from: number, { class1, class2 }: Indicator, memo: TextMemo<HeadWords>): HeadWords {
    const own = ownText(raw);
    return memo.set(own, {
      class1: class1 && this.#class(own, from, class1, 1, levelOne),
      class2: class2 && this.#class(own, from, class2, 2, (entry) => this.#vocabulary.levelTwo.get(entry.class.code)),
    });
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
    if (node.inserts.length > 0) return readTail(text, 0, node);
    const from = node.name?.end ?? node.values[0]?.start ?? node.start;
    const raw = text.slice(from, node.end);
    return this.#tails.get(raw) ?? this.#tails.set(ownText(raw), readTail(raw, from, node));
  }
}

/** What the values of an indicator say; a text in which it does not stand at the start begins at `from`. */
function readTail(text: string, from: number, { values, inserts }: Indicator): TailWords {
  const span = ({ start, end }: Span) => ({ start: start - from, end: end - from });
  return new TailWords(values.map(({ text: said }) => wordingOf(joinedText(text, span(said), inserts))));
}

const NO_WORDS = wordingOf('');

/** What a text that is nothing but a name says, its line breaks and escapes apart. */
function allOf(raw: string): string {
  return joinedText(raw, { start: 0, end: raw.length }, []);
}

function partsOf(node: ClassNode | undefined): number {
  return node ? (node.code ? 2 : 0) + (node.name ? 1 : 0) : 0;
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

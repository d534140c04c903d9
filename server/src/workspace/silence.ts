import type { IndicatorContext } from '../rules/rule.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import type { HeadWords } from '../table/indicatorWords.ts';
import type { Indicator } from '../table/row.ts';
import type { Wording } from '../table/wording.ts';

const NONE: readonly Indicator[] = [];

/** How many names are known for one tail. */
const MOST = 100;

/** The heads and names with which an indicator's tail was silent, in a context. */
class SilentTail {
  readonly context: IndicatorContext;
  readonly #heads = new Map<Wording, HeadWords>();

  constructor(context: IndicatorContext) {
    this.context = context;
  }

  has(named: Wording, head: HeadWords): boolean {
    return this.#heads.get(named) === head;
  }

  add(named: Wording, head: HeadWords): void {
    if (this.#heads.size >= MOST) this.#heads.clear();
    this.#heads.set(named, head);
  }
}

/**
 * The indicators in which no rule found anything that looks at indicators by themselves: where one comes again with the
 * same classes, name and values, written the same way, it need not be looked at again.
 */
export class Silence {
  readonly #context: IndicatorContext;

  constructor(context: IndicatorContext) {
    this.#context = sharedContext(context);
  }

  /** Those of some indicators that are to be looked at. */
  others(indicators: readonly Indicator[]): readonly Indicator[] {
    let others: Indicator[] | undefined;
    for (const indicator of indicators) {
      if (this.#has(indicator)) continue;
      others ??= [];
      others.push(indicator);
    }
    return others ?? NONE;
  }

  #has({ head, named, tail }: Indicator): boolean {
    const known = tail.facts as SilentTail | undefined;
    return known?.context === this.#context && known.has(named, head);
  }

  add({ node, head, class2, level2, named, tail }: Indicator): void {
    // Without a class of its own, what it is depends on the heading above it.
    if (!node.name || !class2 || !level2 || node.inserts.length > 0) return;
    let known = tail.facts as SilentTail | undefined;
    if (known?.context !== this.#context) {
      known = new SilentTail(this.#context);
      tail.facts = known;
    }
    known.add(named, head);
  }
}

/** How many contexts of a vocabulary are known. */
const MOST_CONTEXTS = 16;

const contextsOf = new WeakMap<Vocabulary, IndicatorContext[]>();

/** The same context as that of other tables that are alike. */
function sharedContext({ vocabulary, moneyUnit, year, strict }: IndicatorContext): IndicatorContext {
  const known = contextsOf.get(vocabulary) ?? [];
  const same = known.find((one) => one.moneyUnit === moneyUnit && one.year === year && one.strict === strict);
  if (same) return same;
  const context = { vocabulary, moneyUnit, year, strict };
  contextsOf.set(vocabulary, [context, ...known.slice(0, MOST_CONTEXTS - 1)]);
  return context;
}

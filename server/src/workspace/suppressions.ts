import type { Finding } from '../rules/rule.ts';
import type { Block } from '../syntax/blocks.ts';
import type { Directive } from '../syntax/directives.ts';
import type { Span } from '../syntax/nodes.ts';

/** A directive in its document. */
export interface PlacedDirective {
  readonly directive: Directive;
  readonly block: Block;
  /** Where its block starts. */
  readonly offset: number;
  /** Where the next block's first line ends, in the document: what a `next-line` speaks of that has no target of its own. */
  readonly nextLineEnd: number | undefined;
}

/** The rule that says which suppressions are unused. */
const ABOUT_SUPPRESSIONS = 'unused-suppression';

/** One id of a directive, and whether it has turned anything off (or on again). */
export interface Use {
  readonly id: string;
  readonly placed: PlacedDirective;
  /** Index of the id in the directive. */
  readonly index: number;
  used: boolean;
  /** How many findings it has turned off, and one of them. */
  count: number;
  example?: Finding;
}

/** From the comment to the end of the line that it speaks of: what is found in the comments between is found there too. */
interface LineUse extends Use, Span {}

interface Switch extends Use {
  readonly from: number;
  readonly off: boolean;
}

/** What the directives of a document turn off, rule by rule; it notes which of them did. */
export class Suppressions {
  /** Each id of each directive, in the order of the text. */
  readonly uses: readonly Use[];
  readonly #files = new Map<string, Use[]>();
  /** Lines that a rule is turned off for, in order. */
  readonly #lines = new Map<string, LineUse[]>();
  /** Offsets from which on a rule is off or on again. */
  readonly #switches = new Map<string, Switch[]>();

  /** @param directives in the order of the text */
  constructor(directives: Iterable<PlacedDirective>) {
    const uses: Use[] = [];
    for (const placed of directives) {
      placed.directive.rules.forEach(({ id }, index) => {
        if (placed.directive.kind === 'unknown') return;
        uses.push(this.#take({ id, placed, index, used: false, count: 0 }));
      });
    }
    this.uses = uses;
  }

  #take(use: Use): Use {
    const { id } = use;
    const { directive, offset, nextLineEnd } = use.placed;
    switch (directive.kind) {
      case 'unknown':
        return use;
      case 'file':
        return append(this.#files, id, use);
      case 'next-line': {
        const end = directive.target ? offset + directive.target.end : nextLineEnd;
        if (end === undefined) return use;
        return append(this.#lines, id, { ...use, start: offset + directive.span.start, end });
      }
      case 'disable':
        return append(this.#switches, id, { ...use, from: offset + directive.span.start, off: true });
      case 'enable': {
        const isOff = this.#switches.get(id)?.at(-1)?.off === true;
        return append(this.#switches, id, { ...use, from: offset + directive.span.start, off: false, used: isOff });
      }
    }
  }

  /** Whether the rule of a finding is off at the offset where it stands. */
  has(finding: Finding, offset: number): boolean {
    const rule = finding.rule.id;
    const off: Use[] = [...(this.#files.get(rule) ?? [])];
    const line = lastUpTo(this.#lines.get(rule), offset, ({ start }) => start);
    if (line && offset <= line.end) off.push(line);
    const last = lastUpTo(this.#switches.get(rule), offset, ({ from }) => from);
    if (last?.off) off.push(last);
    for (const use of off) {
      use.used = true;
      use.count++;
      use.example ??= finding;
    }
    return off.length > 0;
  }

  /**
   * The ids that have turned nothing off so far, in the order of the text; those last that are about suppressions
   * themselves, which what is said of the others may yet use.
   */
  unused(): Use[] {
    const unused = this.uses.filter(({ used }) => !used);
    return [
      ...unused.filter(({ id }) => id !== ABOUT_SUPPRESSIONS),
      ...unused.filter(({ id }) => id === ABOUT_SUPPRESSIONS),
    ];
  }
}

function append<T>(map: Map<string, T[]>, key: string, item: T): T {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
  return item;
}

/** The last of some ordered items that begins at an offset or before it. */
function lastUpTo<T>(items: readonly T[] | undefined, offset: number, startOf: (item: T) => number): T | undefined {
  if (!items) return undefined;
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(items[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}

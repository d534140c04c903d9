import { readValue } from '../../table/value.ts';
import { valueParts } from '../../table/valueParts.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import {
  type ClassUses,
  type Counts,
  countSome,
  type NameUse,
  type Uses,
  type WrittenIndicator,
} from '../../workspace/uses.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** More texts of one kind than are matched for one list. */
const MOST_TEXTS = 4_000;

/**
 * What the tables of the workspace have written, the one that is asked about first, but for the indicator that is being
 * written.
 */
export class Written {
  readonly #tables: readonly Uses[];
  readonly #own: WrittenIndicator | undefined;

  /** @param own the indicator that is being written */
  constructor(document: TableDocument, workspace: Workspace, own: WrittenIndicator | undefined) {
    this.#own = own;
    this.#tables = [...new Set([document, ...workspace.atHand()])].map(({ uses }) => uses);
    countSome(this.#tables);
  }

  /** How many indicators there are of a class. */
  countOf(code: string): number {
    return this.#ofClass(code).reduce((count, { count: own }) => count + own, 0);
  }

  /** The names of a class's indicators and how often each is there. */
  names(code: string): Counts {
    const names = merged(this.#ofClass(code).map(({ names }) => countsOf(names)));
    return this.#own?.code === code ? without(names, this.#own.name) : names;
  }

  /** Values of a name: those given most often in this table, then in the others. */
  values(code: string, name: string): readonly string[] {
    const isOwn = this.#own?.code === code && this.#own.name === name;
    return ordered(
      this.#tables.map((uses, i) => {
        const values = uses.of(code)?.names.get(name)?.values ?? NO_COUNTS;
        return isOwn && i === 0 ? without(new Map(values), this.#own?.value) : values;
      }),
    );
  }

  /** What values of a class compare by (`≥`, `不少于`, or nothing), and how often. */
  operators(code: string): Counts {
    const operators = merged(this.#ofClass(code).map(({ operators }) => operators));
    return this.#ownParts(code) ? without(operators, this.#ownParts(code)?.[0]) : operators;
  }

  /** What numbers of a class count, the most usual first. */
  units(code: string): readonly string[] {
    const endings = ordered(this.#ofClass(code).map((uses) => uses.endings));
    return endings.flatMap((ending) => {
      const reading = readValue(`1${ending}`);
      return reading.kind === 'quantity' && reading.unit !== '' ? reading.unit : [];
    });
  }

  /** The parts of the value that is being written, where it counts among those of a class. */
  #ownParts(code: string) {
    const parts = this.#own?.code === code ? valueParts(this.#own.value ?? '') : undefined;
    return parts?.[1] ? parts : undefined;
  }

  texts(kind: 'projects' | 'units'): Counts {
    return merged(this.#tables.map((uses) => uses[kind]));
  }

  field(label: string): readonly string[] {
    return ordered(this.#tables.map((uses) => uses.field(label)));
  }

  #ofClass(code: string): ClassUses[] {
    return this.#tables.flatMap((uses) => uses.of(code) ?? []);
  }
}

const NO_COUNTS: Counts = new Map();

/** Counts without one of a text. */
function without(counts: Map<string, number>, text: string | undefined): Counts {
  const count = text === undefined ? 0 : (counts.get(text) ?? 0);
  if (count > 1) counts.set(text as string, count - 1);
  else if (count === 1) counts.delete(text as string);
  return counts;
}

function* countsOf(names: ReadonlyMap<string, NameUse>): Iterable<readonly [string, number]> {
  for (const { name, count } of names.values()) yield [name, count];
}

/** Counts of several tables as one; of too many those that are met first. */
function merged(tables: readonly Iterable<readonly [string, number]>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const table of tables) {
    for (const [text, count] of table) {
      const known = counts.get(text);
      if (known === undefined && counts.size >= MOST_TEXTS) return counts;
      counts.set(text, (known ?? 0) + count);
    }
  }
  return counts;
}

/** As many of the most frequent texts of a table are told. */
const TOLD = 8;

/** The most frequent texts of several tables, table by table, those that are there most often first. */
function ordered(tables: readonly Counts[]): readonly string[] {
  return [...new Set(tables.flatMap(mostFrequent))];
}

function mostFrequent(counts: Counts): string[] {
  const found: (readonly [text: string, count: number])[] = [];
  for (const [text, count] of counts) {
    if (found.length === TOLD && count <= (found.at(-1)?.[1] ?? 0)) continue;
    let at = found.length;
    while (at > 0 && (found[at - 1]?.[1] ?? 0) < count) at--;
    found.splice(at, 0, [text, count]);
    if (found.length > TOLD) found.pop();
  }
  return found.map(([text]) => text);
}

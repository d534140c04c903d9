import type { Environment } from '../../workspace/environment.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import type { ClassUses, Counts, NameUse, Uses } from '../../workspace/uses.ts';

/** How many blocks are read for one list: a table of people is read at once, a large one by and by. */
const MOST_BLOCKS = 120;
/** More tables than anybody looks through. */
const MOST_TABLES = 500;
/** More texts of one kind than are matched for one list. */
const MOST_TEXTS = 4_000;

/** What the tables of the workspace have written, the one that is asked about first. */
export class Written {
  readonly #tables: readonly Uses[];

  constructor(document: TableDocument, { workspace }: Environment) {
    const tables = new Set([document]);
    for (const table of workspace.tables()) {
      if (tables.size >= MOST_TABLES) break;
      tables.add(table);
    }
    this.#tables = [...tables].map(({ uses }) => uses);
    let left = MOST_BLOCKS;
    for (const uses of this.#tables) if (left > 0) left -= uses.read(left);
  }

  /** How many indicators there are of a class. */
  countOf(code: string): number {
    return this.#ofClass(code).reduce((count, { count: own }) => count + own, 0);
  }

  /** The names of a class's indicators and how often each is there. */
  names(code: string): Counts {
    return merged(this.#ofClass(code).map(({ names }) => countsOf(names)));
  }

  /** The values of a name: of this table those given most often, then of the others. */
  values(code: string, name: string): readonly string[] {
    return ordered(this.#ofClass(code).flatMap(({ names }) => names.get(name)?.values ?? []));
  }

  /** What values of a class compare by (`≥`, `不少于`, or nothing), and how often. */
  operators(code: string): Counts {
    return merged(this.#ofClass(code).map(({ operators }) => operators));
  }

  /** What numbers of a class count, the most usual first. */
  units(code: string): readonly string[] {
    return ordered(this.#ofClass(code).map(({ units }) => units));
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

function* countsOf(names: ReadonlyMap<string, NameUse>): Iterable<readonly [string, number]> {
  for (const { name, count } of names.values()) yield [name, count];
}

/** Counts of several tables as one; of too many those that are met first. */
function merged(tables: readonly Iterable<readonly [string, number]>[]): Counts {
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

/** The texts of several tables, table by table, those that are there most often first. */
function ordered(tables: readonly Counts[]): readonly string[] {
  const texts = tables.flatMap((counts) => [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text));
  return [...new Set(texts)];
}

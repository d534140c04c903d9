import type { Goal, Span } from '../../syntax/nodes.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { type Title, titleOf } from './titles.ts';

/** Shorter names are words that goals use without meaning the project. */
const SHORTEST_PROJECT = 4;

/** A unit or a project that a goal names. */
export interface Mention {
  readonly kind: 'unit' | 'project';
  readonly key: string;
  readonly span: Span;
}

/** Titles by their first character, longest first. */
type ByInitial = Map<string, Title[]>;

/** What goals may name: all units of the table, and the projects of the goal's own unit. */
export class Names {
  readonly #units: ByInitial = new Map();
  /** By the key of their unit. */
  readonly #projects = new Map<string, ByInitial>();

  /** @param only the unit whose goals are looked at; all where none is named */
  constructor(document: TableDocument, only?: string) {
    let unit = '';
    for (const block of document.sequence) {
      const isAsked = block.kind === 'unit' || only === undefined || only === unit;
      const title = isAsked && titleOf(block, document);
      if (!title) continue;
      if (block.kind === 'unit') unit = title.key;
      if (title.key === '' || (block.kind === 'project' && title.name.length < SHORTEST_PROJECT)) continue;
      add(block.kind === 'unit' ? this.#units : entryOf(this.#projects, unit, () => new Map()), title);
    }
    for (const titles of [this.#units, ...this.#projects.values()].flatMap((names) => [...names.values()])) {
      titles.sort((a, b) => b.name.length - a.name.length);
    }
  }

  /** Where a goal names units and projects; of names in each other the longest, of names side by side each. */
  in(text: string, { text: span, inserts }: Goal, unitKey: string): Mention[] {
    const projects = this.#projects.get(unitKey);
    const found: Mention[] = [];
    let insert = 0;
    for (let at = span.start; at < span.end; at++) {
      while ((inserts[insert]?.end ?? span.end) <= at) insert++;
      const { start = span.end, end = span.end } = inserts[insert] ?? {};
      if (start <= at) {
        at = end - 1;
        continue;
      }
      const unit = longest(text, at, this.#units);
      const project = longest(text, at, projects);
      const isUnit = (unit?.name.length ?? 0) >= (project?.name.length ?? 0);
      const title = isUnit ? unit : project;
      if (!title || at + title.name.length > Math.min(start, span.end)) continue;
      found.push({
        kind: isUnit ? 'unit' : 'project',
        key: title.key,
        span: { start: at, end: at + title.name.length },
      });
      at += title.name.length - 1;
    }
    return found;
  }
}

function longest(text: string, at: number, names: ByInitial | undefined): Title | undefined {
  return names?.get(text.charAt(at))?.find(({ name }) => text.startsWith(name, at));
}

function add(names: ByInitial, title: Title): void {
  entryOf(names, title.name.charAt(0), () => []).push(title);
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
}

import type { Block } from '../../syntax/blocks.ts';
import type { Goal, Span } from '../../syntax/nodes.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { titleOf, unitKeyOf } from './titles.ts';

/** Shorter names are words that goals use without meaning the project. */
const SHORTEST_PROJECT = 4;

/** A unit or a project as a goal may name it. */
export interface Named {
  readonly kind: 'unit' | 'project';
  readonly key: string;
}

/** Names by their first character, longest first. */
type Names = ReadonlyMap<string, readonly (readonly [string, Named])[]>;

/** What the goals of a unit may name: all units of the table, and the unit's own projects. */
export function namesFor(unitKey: string, document: TableDocument): Names {
  const names = new Map<string, [string, Named][]>();
  let current = '';
  for (const block of document.sequence) {
    const title = titleOf(block, document);
    if (!title) continue;
    const { kind } = block;
    if (kind === 'unit') current = title.key;
    else if (current !== unitKey || title.name.length < SHORTEST_PROJECT) continue;
    if (title.key === '') continue;
    const initial = title.name.charAt(0);
    const same = names.get(initial);
    const entry: [string, Named] = [title.name, { kind: kind as Named['kind'], key: title.key }];
    if (same) same.push(entry);
    else names.set(initial, [entry]);
  }
  for (const same of names.values()) same.sort(([a], [b]) => b.length - a.length);
  return names;
}

/** Where a goal names units and projects; of names in each other the longest, of names side by side each. */
export function mentionsIn(text: string, { text: span, inserts }: Goal, names: Names): (Named & { span: Span })[] {
  const found: (Named & { span: Span })[] = [];
  let insert = 0;
  for (let at = span.start; at < span.end; at++) {
    while ((inserts[insert]?.end ?? span.end) <= at) insert++;
    const { start = span.end, end = span.end } = inserts[insert] ?? {};
    if (start <= at) {
      at = end - 1;
      continue;
    }
    const [name, named] = names.get(text.charAt(at))?.find(([one]) => text.startsWith(one, at)) ?? [];
    if (!name || !named || at + name.length > Math.min(start, span.end)) continue;
    found.push({ ...named, span: { start: at, end: at + name.length } });
    at += name.length - 1;
  }
  return found;
}

/** The names that the goals of a block's unit may hold. */
export function namesAround(block: Block, document: TableDocument): Names {
  return namesFor(unitKeyOf(block, document), document);
}

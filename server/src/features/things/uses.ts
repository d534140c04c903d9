import type { BlockPlace } from '../../syntax/blockSequence.ts';
import { squeeze } from '../../syntax/characters.ts';
import type { Span } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { lineText } from '../../syntax/text.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { indicatorUses } from './indicatorUses.ts';
import { holderOf } from './mayHold.ts';
import { mentionsIn, namesFor } from './mentions.ts';
import { placesIn } from './placesIn.ts';
import type { Thing } from './thing.ts';
import { titleOf } from './titles.ts';

/** A place where a table speaks of a thing. */
export interface Use {
  readonly place: BlockPlace;
  readonly span: Span;
  /** `title`: a row begins with the name; `name`: it stands where a name stands; `mention`: it is spoken of in a goal. */
  readonly role: 'title' | 'name' | 'mention';
}

/** All places of a table that speak of a thing, in order. Reads the blocks that may do so. */
export function usesOf(thing: Thing, document: TableDocument): Use[] {
  switch (thing.type) {
    case 'unit':
    case 'project':
      return [...namedUses(thing, document)];
    case 'indicator':
      return [...indicatorNames(thing.key, document)];
    case 'class':
      return [...classUses(thing.entry.class.code, thing.entry.level, document)];
  }
}

type RowThing = Extract<Thing, { type: 'unit' | 'project' }>;

function* namedUses(thing: RowThing, document: TableDocument): Iterable<Use> {
  const mayHold = holderOf(thing.key);
  /** What goals may name, by unit; made for the goals that may name the thing. */
  const namesOf = new Map<string, ReturnType<typeof namesFor>>();
  let unit = '';
  for (const place of placesIn(document)) {
    const { block } = place;
    if (block.kind === 'unit') unit = titleOf(block, document)?.key ?? '';
    if (thing.type === 'project' && thing.unit !== unit) continue;
    const title = block.kind === thing.type ? titleOf(block, document) : undefined;
    if (title?.key === thing.key && title.key !== '') yield { place, span: title.span, role: 'title' };
    if (block.kind !== 'project' || !mayHold(block.text)) continue;
    const names = namesOf.get(unit) ?? namesFor(unit, document);
    namesOf.set(unit, names);
    yield* usesInProject(thing, place, names, document);
  }
}

function* usesInProject(
  thing: RowThing,
  place: BlockPlace,
  names: ReturnType<typeof namesFor>,
  document: TableDocument,
): Iterable<Use> {
  const { text } = place.block;
  for (const part of parseBlock('project', text, document.context.vocabulary).parts) {
    if (part.type === 'goal') {
      for (const { kind, key, span } of mentionsIn(text, part, names)) {
        if (kind === thing.type && key === thing.key) yield { place, span, role: 'mention' };
      }
    } else if (part.type === 'field' && part.role === 'field' && thing.type === 'unit') {
      if (squeeze(lineText(text, part.text)) === thing.key) yield { place, span: part.text, role: 'name' };
    }
  }
}

function* indicatorNames(key: string, document: TableDocument): Iterable<Use> {
  const mayHold = holderOf(key);
  for (const place of placesIn(document)) {
    if (place.block.kind !== 'project' || !mayHold(place.block.text)) continue;
    for (const use of indicatorUses(place.block, document)) {
      if (use.key === key && use.name) yield { place, span: use.name, role: 'name' };
    }
  }
}

/** Each indicator of a class: the class where it is written, else what is. */
function* classUses(code: string, level: 1 | 2, document: TableDocument): Iterable<Use> {
  for (const place of placesIn(document)) {
    for (const use of indicatorUses(place.block, document)) {
      if ((level === 1 ? use.level1 : use.level2) !== code) continue;
      const written = level === 1 ? (use.class1 ?? use.class2) : use.class2;
      yield { place, span: written ?? use.name ?? use.node, role: 'name' };
    }
  }
}

import type { BlockPlace } from '../../syntax/blockSequence.ts';
import { squeeze } from '../../syntax/characters.ts';
import type { Span } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { lineText } from '../../syntax/text.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { indicatorUses } from './indicatorUses.ts';
import { holderOf } from './mayHold.ts';
import { Names } from './mentions.ts';
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
  return [...eachUse(thing, document)];
}

/** The same one after another: who has seen enough need not wait for the rest. */
export function eachUse(thing: Thing, document: TableDocument): Iterable<Use> {
  switch (thing.type) {
    case 'unit':
    case 'project':
      return namedUses(thing, document);
    case 'indicator':
      return indicatorNames(thing.key, document);
    case 'class':
      return classUses(thing.entry.class.code, thing.entry.level, document);
  }
}

type RowThing = Extract<Thing, { type: 'unit' | 'project' }>;

function* namedUses(thing: RowThing, document: TableDocument): Iterable<Use> {
  const mayHold = holderOf(thing.key);
  /** Made for the first goal that may name the thing. */
  let names: Names | undefined;
  let unit = '';
  for (const place of placesIn(document)) {
    const { block } = place;
    if (block.kind === 'unit') unit = titleOf(block, document)?.key ?? '';
    const within = block.kind === 'project' || block.kind === 'unit' ? unit : '';
    if (thing.type === 'project' && thing.unit !== within) continue;
    const title = block.kind === thing.type ? titleOf(block, document) : undefined;
    if (title?.key === thing.key && title.key !== '') yield { place, span: title.span, role: 'title' };
    if (!mayHold(block.text)) continue;
    names ??= new Names(document, thing.type === 'project' ? thing.unit : undefined);
    yield* usesWithin(thing, place, within, names, document);
  }
}

/** Where goals and fields of a row name a unit or a project. */
function* usesWithin(
  thing: RowThing,
  place: BlockPlace,
  unit: string,
  names: Names,
  document: TableDocument,
): Iterable<Use> {
  const { kind: row, text } = place.block;
  for (const part of parseBlock(row, text, document.context.vocabulary).parts) {
    if (part.type === 'goal') {
      for (const { kind, key, span } of names.in(text, part, unit)) {
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
    if (!mayHold(place.block.text)) continue;
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

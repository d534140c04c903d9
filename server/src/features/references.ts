import type { Location, Position } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { rangeOf } from './ranges.ts';
import { rowAt, thingAt } from './things/thing.ts';
import { usesOf } from './things/uses.ts';

/**
 * All uses of the thing at a position. Of a class its indicators in the document; of a name the places in the document
 * and in the tables tied to it by 引用. What is left out as the declaration is the row that a unit or project begins
 * with, and of an indicator's name the first place.
 */
export function references(
  document: TableDocument,
  position: Position,
  includeDeclaration: boolean,
  { workspace }: Environment,
): Location[] {
  const where = rowAt(document, position);
  const thing = where && thingAt(where)?.thing;
  if (!thing) return [];
  const tables = thing.type === 'class' ? [document] : workspace.tied(document);
  const uses = tables.flatMap((table) => usesOf(thing, table).map((use) => ({ table, use })));
  const isDeclared = ({ use }: (typeof uses)[number], i: number) =>
    thing.type === 'indicator' ? i === 0 : use.role === 'title';
  return uses
    .filter((one, i) => includeDeclaration || !isDeclared(one, i))
    .map(({ table, use: { place, span } }) => ({ uri: table.uri, range: rangeOf(place, span) }));
}

import type { LocationLink, Position, Range } from 'vscode-languageserver-types';
import type { Profile } from '../profile/profile.ts';
import { squeeze } from '../syntax/characters.ts';
import type { Field } from '../syntax/nodes.ts';
import type { ClassEntry } from '../syntax/vocabulary.ts';
import { includedPath } from '../table/includePath.ts';
import type { Environment } from '../workspace/environment.ts';
import { resolveInclude } from '../workspace/includes.ts';
import { profileAddress } from '../workspace/ourClient.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { type Found, findAt } from './hover/find.ts';
import { pageOf } from './profilePage.ts';
import { rangeOf } from './ranges.ts';
import { type At, type FoundThing, partAt, rowAt, thingAt, touches } from './things/thing.ts';
import { eachUse } from './things/uses.ts';
import { wholeProfile } from './wholeProfile.ts';

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Where the thing at a position is defined: a class, a label and the profile's own name in the profile, the table of an
 * 引用 in its file, any other name in its first use, which for a unit and a project is its row. The first use leads to
 * itself, which editors take as the wish to see the others.
 */
export async function definition(
  document: TableDocument,
  position: Position,
  environment: Environment,
): Promise<LocationLink[]> {
  const where = rowAt(document, position);
  if (!where) return [];
  const found = thingAt(where);
  const { profile } = document.context.vocabulary;
  if (found?.thing.type === 'class') {
    return inProfile(wayToClass(found.thing.entry, profile), rangeOf(found.place, found.span), document, environment);
  }
  if (found) return firstUse(found, document, environment);
  const part = partAt(where.row, where.at);
  if (part?.type === 'field' && (part.role === 'include' || touches(part.text, where.at)))
    return fromField(part, where, environment);
  const label = findAt(where.row, where.place.block.text, where.at);
  const way = label && wayToLabel(label);
  return !label || way === undefined ? [] : inProfile(way, rangeOf(where.place, label.span), document, environment);
}

function firstUse(
  { thing, place, span }: FoundThing,
  document: TableDocument,
  { workspace }: Environment,
): LocationLink[] {
  const origin = rangeOf(place, span);
  const isRow = thing.type === 'unit' || thing.type === 'project';
  for (const table of workspace.tied(document)) {
    for (const { role, ...first } of eachUse(thing, table)) {
      if (role === (isRow ? 'title' : 'name')) return [link(origin, table.uri, rangeOf(first.place, first.span))];
    }
  }
  return [];
}

/** From what stands behind `引用:` and `版式:`. */
async function fromField(
  { role, text: span }: Field,
  { document, place, row }: At,
  environment: Environment,
): Promise<LocationLink[]> {
  const { text } = place.block;
  const origin = rangeOf(place, span);
  if (role === 'include') {
    const [path = ''] = includedPath(row, text);
    const uri = path === '' ? undefined : resolveInclude(document.uri, path);
    const isMissing = document.context.included?.(path)?.kind === 'missing';
    return uri === undefined || isMissing ? [] : [link(origin, uri, START)];
  }
  const { id } = document.context.vocabulary.profile;
  const isOwn = role === 'profile' && squeeze(text.slice(span.start, span.end)) === squeeze(id);
  return isOwn ? inProfile('', origin, document, environment) : [];
}

/** A place in the table's profile, for the client that can show profiles. */
async function inProfile(
  way: string | undefined,
  origin: Range,
  { context }: TableDocument,
  { client }: Environment,
): Promise<LocationLink[]> {
  const { profile } = context.vocabulary;
  const place = client.vscode && way !== undefined ? pageOf(await wholeProfile(profile)).places.get(way) : undefined;
  return place ? [link(origin, profileAddress(profile.id), place.name, place.whole)] : [];
}

function link(origin: Range, uri: string, selection: Range, whole = selection): LocationLink {
  return { originSelectionRange: origin, targetUri: uri, targetRange: whole, targetSelectionRange: selection };
}

function wayToClass(entry: ClassEntry, { classes }: Profile): string {
  const parent = entry.level === 1 ? entry.class : entry.parent;
  const way = `classes/${classes.findIndex(({ code }) => code === parent.code)}`;
  if (entry.level === 1) return way;
  return `${way}/children/${entry.parent.children.findIndex(({ code }) => code === entry.class.code)}`;
}

/** The way to a label that the profile has; undefined for those of the language itself. */
function wayToLabel(found: Found): string | undefined {
  if (found.type === 'valueLabel') return `valueLabels/${found.value.index}`;
  if (found.type !== 'label') return undefined;
  const { part } = found;
  if (part.type === 'amount') return `columns/${part.column}`;
  if (part.type === 'goal') return `goals/${part.index}`;
  return part.type === 'field' && part.role === 'field' ? `fields/${part.index}` : undefined;
}

import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Bilingual } from '../profile/profile.ts';
import { fillIn } from '../rules/rule.ts';
import { trimmed } from '../syntax/text.ts';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { rangeOf } from './ranges.ts';
import { CannotRename } from './rename/cannotRename.ts';
import { rewriteName } from './rename/rewrite.ts';
import { indicatorUses } from './things/indicatorUses.ts';
import { type FoundThing, rowAt, type Thing, thingAt } from './things/thing.ts';
import { type Use, usesOf } from './things/uses.ts';
import { type TableEdits, workspaceEdit } from './workspaceEdit.ts';

const REASONS = {
  empty: { zh: '名称不能为空。', en: 'A name cannot be empty.' },
  lines: { zh: '名称只能写成一行。', en: 'A name must be on one line.' },
  otherwise: {
    zh: '"{name}"写在这里会读成别的内容,请换一个名称。',
    en: 'Written here, “{name}” would be read as something else. Choose another name.',
  },
} satisfies Record<string, Bilingual>;

/** The name at a position that can be changed, as people read it; null where there is none. */
export function prepareRename(
  document: TableDocument,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | null {
  const found = renamableAt(document, position);
  return found ? { range: rangeOf(found.place, found.span), placeholder: found.name } : null;
}

/**
 * The edits that rename a unit, a project or an indicator in the table and those tied to it by 引用, one entry a file. Of
 * an indicator's name those of the same class change: in another class the same words are another indicator.
 * @throws CannotRename where the new name will not do
 */
export function rename(
  document: TableDocument,
  position: Position,
  newName: string,
  environment: Environment,
): WorkspaceEdit | null {
  const found = renamableAt(document, position);
  if (!found) return null;
  const name = trimmed(newName);
  if (name === '') throw new CannotRename(REASONS.empty);
  if (/[\r\n]/.test(name)) throw new CannotRename(REASONS.lines);
  const changes: TableEdits[] = [];
  for (const table of environment.workspace.tied(document)) {
    const edits = namesOf(found.thing, table).flatMap((use) => editsOf(use, name, table));
    if (edits.length > 0) changes.push({ table, edits });
  }
  return workspaceEdit(changes, environment);
}

function renamableAt(document: TableDocument, position: Position): FoundThing | undefined {
  const where = rowAt(document, position);
  const found = where && thingAt(where);
  return found && !found.isMention && found.thing.type !== 'class' && found.thing.key !== '' ? found : undefined;
}

/** The places where the name of a thing stands, and not only a word of the same letters. */
function namesOf(thing: Thing, table: TableDocument): Use[] {
  const uses = usesOf(thing, table).filter(({ role }) => role !== 'mention');
  if (thing.type !== 'indicator') return uses;
  return uses.filter(({ place, span }) => {
    const use = indicatorUses(place.block, table).find((one) => one.name?.start === span.start);
    return use?.level2 === thing.class;
  });
}

function editsOf({ place, span }: Use, name: string, { context: { vocabulary } }: TableDocument): TextEdit[] {
  const edits = rewriteName(place.block, span, name, vocabulary);
  if (!edits) throw new CannotRename(said(REASONS.otherwise, name));
  return edits.map(({ start, end, text }) => ({ range: rangeOf(place, { start, end }), newText: text }));
}

function said({ zh, en }: Bilingual, name: string): Bilingual {
  return { zh: fillIn(zh, { name }), en: fillIn(en, { name }) };
}

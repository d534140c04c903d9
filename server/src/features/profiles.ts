import type { TextEdit } from 'vscode-languageserver-types';
import { lineInHead } from '../rules/headLine.ts';
import type { TextEdit as BlockEdit, Language } from '../rules/rule.ts';
import type { Field } from '../syntax/nodes.ts';
import { parseBlock } from '../syntax/parseBlock.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

/** A profile that a table may be read by, and the edits of its head that make it so. */
export interface ProfileChoice {
  readonly id: string;
  readonly name: string;
  /** The table is read by it now. */
  readonly current: boolean;
  readonly edits: readonly TextEdit[];
}

/** The profiles that there are, for somebody to choose from. */
export function profileChoices(document: TableDocument, language: Language): ProfileChoice[] {
  const current = document.context.vocabulary.profile.id;
  return [...document.settings.profiles.values()].map(({ id, name }) => ({
    id,
    name: name[language],
    current: id === current,
    edits: id === current ? [] : [editOf(document, setProfile(document, id))],
  }));
}

/** Writes a profile's id behind 版式, which is put into the head where it is not there. */
function setProfile({ sequence, blocks }: TableDocument, id: string): BlockEdit {
  const first = sequence.first();
  if (!first) return { start: 0, end: 0, text: `版式: ${id}\n` };
  const { kind, text } = first;
  const tree = parseBlock(kind, text, blocks.vocabulary);
  const isProfile = (part: (typeof tree.parts)[number]): part is Field =>
    part.type === 'field' && part.role === 'profile';
  const field = kind === 'head' ? tree.parts.find(isProfile) : undefined;
  if (!field) return lineInHead(`版式: ${id}`, { kind, tree }, text);
  const isEmpty = field.text.start === field.text.end;
  return isEmpty
    ? { start: field.label.colon + 1, end: Math.max(field.label.colon + 1, field.text.end), text: ` ${id}` }
    : { ...field.text, text: id };
}

function editOf(document: TableDocument, { start, end, text }: BlockEdit): TextEdit {
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, newText: text };
}

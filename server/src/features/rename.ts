import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Bilingual } from '../profile/profile.ts';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

/** Why something cannot be renamed, or not so, for people. */
export class CannotRename extends Error {
  readonly texts: Bilingual;

  constructor(texts: Bilingual) {
    super(texts.en);
    this.texts = texts;
  }
}

export function prepareRename(
  _document: TableDocument,
  _position: Position,
): { readonly range: Range; readonly placeholder: string } | null {
  return null;
}

/** @throws CannotRename where the new name will not do */
export function rename(
  _document: TableDocument,
  _position: Position,
  _newName: string,
  _environment: Environment,
): WorkspaceEdit | null {
  return null;
}

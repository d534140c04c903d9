import type { Location, Position } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

export function references(
  _document: TableDocument,
  _position: Position,
  _includeDeclaration: boolean,
  _environment: Environment,
): Location[] {
  return [];
}

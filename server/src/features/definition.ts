import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

export function definition(_document: TableDocument, _position: Position, _environment: Environment): LocationLink[] {
  return [];
}

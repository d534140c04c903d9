import type { Hover, Position } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

export async function hover(
  _document: TableDocument,
  _position: Position,
  _environment: Environment,
): Promise<Hover | null> {
  return null;
}

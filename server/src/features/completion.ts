import type { CompletionList, Position } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

export async function complete(
  _document: TableDocument,
  _position: Position,
  _environment: Environment,
): Promise<CompletionList> {
  return { isIncomplete: false, items: [] };
}

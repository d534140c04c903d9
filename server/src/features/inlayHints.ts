import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

export function inlayHints(_document: TableDocument, _range: Range, _environment: Environment): InlayHint[] {
  return [];
}

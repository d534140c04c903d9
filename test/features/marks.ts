import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import { createLanguageService } from '../../server/src/languageService.ts';
import { nodeHost } from '../../server/src/nodeHost.ts';
import guangzhou from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../../server/src/profile/profile.ts';
import type { Environment } from '../../server/src/workspace/environment.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';

/**
 * Tables with a cursor in them: `│` marks the place and is no part of the text. A template literal may begin with a
 * line end for looks.
 */
export const MARK = '│';

export const profile = guangzhou as Profile;

/** What features are given in tests: the real profile and catalogue, and a client that can do everything. */
export const environment: Environment = {
  ...nodeHost,
  language: 'zh',
  client: { snippets: true, vscode: true },
};

export interface Marked {
  readonly document: TableDocument;
  readonly position: Position;
}

/** Opens a table and says where its mark stands. */
export function openMarked(marked: string, given: Environment = environment): Marked {
  const text = marked.replace(/^\n/, '');
  const at = text.indexOf(MARK);
  assert.ok(at >= 0 && at === text.lastIndexOf(MARK), 'one mark is wanted');
  const document = createLanguageService(given).open('file:///a.jxmb', 'jxmb', 0, text.replace(MARK, ''));
  return { document, position: document.positionAt(at) };
}

/** What is offered at a table's mark. */
export function completionsAt(marked: string, given: Environment = environment): Promise<CompletionList> {
  const { document, position } = openMarked(marked, given);
  return createLanguageService(given).complete(document, position);
}

/** What an item makes of a table: the text with it put in, tab stops as they are written. */
export function taken(marked: string, item: CompletionItem): string {
  const { document } = openMarked(marked);
  const edit = item.textEdit;
  assert.ok(edit && 'range' in edit);
  document.edit(document.offsetAt(edit.range.start), document.offsetAt(edit.range.end), edit.newText);
  return document.getText();
}

/** What is shown at a table's mark, with the text it is about; undefined where nothing is. */
export async function hoverAt(
  marked: string,
  given: Environment = environment,
): Promise<{ about: string; text: string } | undefined> {
  const { document, position } = openMarked(marked, given);
  const hover = await createLanguageService(given).hover(document, position);
  if (!hover) return undefined;
  assert.ok(hover.range && typeof hover.contents === 'object' && 'kind' in hover.contents);
  assert.equal(hover.contents.kind, 'markdown');
  return { about: document.getText(hover.range), text: hover.contents.value };
}

import assert from 'node:assert/strict';
import type { Position, Range } from 'vscode-languageserver-types';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { createLanguageService, type LanguageService } from '../../server/src/languageService.ts';
import { nodeHost } from '../../server/src/nodeHost.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { client } from '../tables.ts';
import { MARK } from './marks.ts';

/**
 * Tables with ranges in them: `⟦` and `⟧` stand around each range and are no part of the text; `│` is the cursor. What
 * is asked for at the cursor is compared with the brackets, so that a test reads as the editor shows it.
 */
const OPEN = '⟦';
const CLOSE = '⟧';

/** Tables that know each other, as if each of them were tied to all others. */
class TiedWorkspace extends Workspace {
  override tied(document: TableDocument): readonly TableDocument[] {
    return [document, ...[...this.tables()].filter((table) => table !== document)];
  }
}

export interface Opened {
  readonly service: LanguageService;
  readonly document: TableDocument;
  readonly position: Position;
  /** All tables by their names. */
  readonly documents: ReadonlyMap<string, TableDocument>;
}

/** Opens tables by their names, one of them with the cursor in it; brackets are left out. */
export function openBracketed(
  texts: string | Readonly<Record<string, string>>,
  own: Partial<ServiceEnvironment> = {},
): Opened {
  const environment: ServiceEnvironment = {
    ...nodeHost,
    language: 'zh',
    client,
    workspace: new TiedWorkspace(),
    ...own,
  };
  const service = createLanguageService(environment);
  const documents = new Map<string, TableDocument>();
  let cursor: { readonly document: TableDocument; readonly position: Position } | undefined;
  for (const [name, marked] of Object.entries(typeof texts === 'string' ? { 'a.jxmb': texts } : texts)) {
    const text = plain(marked);
    const at = text.indexOf(MARK);
    assert.equal(at, text.lastIndexOf(MARK), 'one cursor');
    const document = service.open(`file:///${name}`, 'jxmb', 7, text.replace(MARK, ''));
    documents.set(name, document);
    if (at >= 0) cursor = { document, position: document.positionAt(at) };
  }
  assert.ok(cursor, 'a cursor is wanted');
  return { service, documents, ...cursor };
}

/** A text of a test without brackets and the line end that it may begin with for looks. */
export function plain(marked: string): string {
  return marked.replace(/^\n/, '').replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

/** A text of a test without its cursor. */
export function withoutCursor(marked: string): string {
  return marked.replace(/^\n/, '').replace(MARK, '');
}

/** A table's text with brackets around some ranges of it, which do not overlap. */
export function bracketed(document: TableDocument, ranges: readonly Range[]): string {
  const sorted = ranges
    .map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const text = document.getText();
  let out = '';
  let at = 0;
  for (const { start, end } of sorted) {
    assert.ok(at <= start && start <= end, 'ranges do not overlap');
    out += `${text.slice(at, start)}${OPEN}${text.slice(start, end)}${CLOSE}`;
    at = end;
  }
  return out + text.slice(at);
}

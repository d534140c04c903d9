import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-types';
import type { TableDocument } from './workspace/tableDocument.ts';

/** The tokens that a client was sent last of each document, so that the next time only what changed travels. */
export class TokenResults {
  readonly #sent = new WeakMap<TableDocument, SemanticTokens & { readonly resultId: string }>();
  #count = 0;

  full(document: TableDocument, data: number[]): SemanticTokens {
    const result = { resultId: String(++this.#count), data };
    this.#sent.set(document, result);
    return result;
  }

  /** What changed since a result; all of it where that is not the last one. */
  since(previous: string, document: TableDocument, data: number[]): SemanticTokens | SemanticTokensDelta {
    const before = this.#sent.get(document);
    const { resultId } = this.full(document, data) as { resultId: string };
    if (before?.resultId !== previous) return { resultId, data };
    const { start, end, added } = difference(before.data, data);
    if (start === end && added.length === 0) return { resultId, edits: [] };
    return { resultId, edits: [{ start, deleteCount: end - start, data: added }] };
  }
}

/** The one stretch of numbers in which two lists differ; tokens are relative to each other, so one edit is one stretch. */
function difference(before: readonly number[], after: readonly number[]) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, added: after.slice(start, after.length - same) };
}

import {
  type CancellationToken,
  type DataTransfer,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  type Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PASTE, type PasteParams, type PasteResult } from '../../../server/src/exchangeProtocol.ts';

/** How VS Code names pasted cells among the ways to paste. */
export const CELLS = DocumentDropOrPasteEditKind.Empty.append('jxmb', 'cells');

const HTML = 'text/html';
const TEXT = 'text/plain';

/** Cells that are pasted become blocks and fields; VS Code's own widget leads back to plain text. */
export function registerPasteCells(client: BaseLanguageClient) {
  const metadata = { providedPasteEditKinds: [CELLS], pasteMimeTypes: [HTML, TEXT] };
  return languages.registerDocumentPasteEditProvider({ language: 'jxmb' }, new PasteCells(client), metadata);
}

class PasteCells implements DocumentPasteEditProvider {
  readonly #client: BaseLanguageClient;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    transfer: DataTransfer,
    _context: unknown,
    token: CancellationToken,
  ): Promise<DocumentPasteEdit[] | undefined> {
    const [range] = ranges;
    // What is pasted at several places is meant as it is.
    if (!range || ranges.length > 1 || !workspace.getConfiguration('jxmb', document).get('paste.cells', true)) return;
    const html = await transfer.get(HTML)?.asString();
    const text = await transfer.get(TEXT)?.asString();
    if (!mayBeCells(html, text)) return;
    const params: PasteParams = {
      textDocument: this.#client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      range: this.#client.code2ProtocolConverter.asRange(range),
      ...(html !== undefined && { html }),
      ...(text !== undefined && { text }),
    };
    const pasted = await this.#ask(params, token);
    if (!pasted || token.isCancellationRequested) return;
    return [new DocumentPasteEdit(pasted.text, l10n.t('Paste Cells as Table Text'), CELLS)];
  }

  /** Where it cannot be told what the cells are, they are pasted as they are. */
  async #ask(params: PasteParams, token: CancellationToken): Promise<PasteResult | undefined> {
    try {
      return (await this.#client.sendRequest<PasteResult | null>(PASTE, params, token)) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

/** Whether it is worth asking: all else is pasted at once. */
function mayBeCells(html = '', text = ''): boolean {
  return text.includes('\t') || text.includes('指标') || html.includes('<table') || html.includes('<TABLE');
}

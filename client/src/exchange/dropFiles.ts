import {
  type DataTransfer,
  DocumentDropEdit,
  type DocumentDropEditProvider,
  l10n,
  languages,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PASTE, type PasteParams, type PasteResult } from '../../../server/src/exchangeProtocol.ts';
import { CELLS } from './pasteCells.ts';
import type { Reports } from './reports.ts';
import { mayHoldTable, readFiles } from './sourceFiles.ts';
import { working } from './working.ts';

const URIS = 'text/uri-list';

/** Files that are dropped onto a table: what is in them becomes blocks; VS Code's own widget leads back to their paths. */
export function registerDropFiles(client: BaseLanguageClient, reports: Reports) {
  const metadata = { providedDropEditKinds: [CELLS], dropMimeTypes: [URIS] };
  return languages.registerDocumentDropEditProvider({ language: 'jxmb' }, new DropFiles(client, reports), metadata);
}

class DropFiles implements DocumentDropEditProvider {
  readonly #client: BaseLanguageClient;
  readonly #reports: Reports;

  constructor(client: BaseLanguageClient, reports: Reports) {
    this.#client = client;
    this.#reports = reports;
  }

  async provideDocumentDropEdits(
    document: TextDocument,
    position: Position,
    transfer: DataTransfer,
  ): Promise<DocumentDropEdit | undefined> {
    const list = (await transfer.get(URIS)?.asString()) ?? '';
    const uris = list
      .split(/\r?\n/)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => Uri.parse(line));
    if (uris.length === 0 || !uris.every(mayHoldTable)) return undefined;
    // Where the file cannot be read that is told, and nothing is inserted.
    const edit = new DocumentDropEdit('', l10n.t('Insert the Tables of the File'), CELLS);
    const files = await readFiles(uris);
    const pasted = files.length > 0 && (await this.#ask(document, position, files));
    if (!pasted) return edit;
    // Blocks go where blocks may stand, which the place under the mouse need not be.
    edit.additionalEdit = new WorkspaceEdit();
    edit.additionalEdit.replace(document.uri, this.#client.protocol2CodeConverter.asRange(pasted.range), pasted.text);
    const { units, projects, indicators } = pasted.counts;
    const imported = l10n.t('Imported: {0} units, {1} projects, {2} indicators.', units, projects, indicators);
    void this.#reports.offer(imported, pasted.report);
    return edit;
  }

  #ask(document: TextDocument, position: Position, files: PasteParams['files']): Promise<PasteResult | undefined> {
    const { code2ProtocolConverter } = this.#client;
    const params: PasteParams = {
      textDocument: code2ProtocolConverter.asTextDocumentIdentifier(document),
      range: code2ProtocolConverter.asRange(new Range(position, position)),
      ...(files && { files }),
    };
    return working<PasteResult>(this.#client, l10n.t('Importing'), PASTE, params);
  }
}

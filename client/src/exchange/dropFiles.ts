import {
  type CancellationToken,
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

/** An edit that is made when it is chosen. */
class FilesEdit extends DocumentDropEdit {
  readonly document: TextDocument;
  readonly position: Position;
  readonly files: readonly Uri[];

  constructor(document: TextDocument, position: Position, files: readonly Uri[]) {
    super('', l10n.t('Insert the Tables of the File'), CELLS);
    this.document = document;
    this.position = position;
    this.files = files;
  }
}

class DropFiles implements DocumentDropEditProvider<FilesEdit> {
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
  ): Promise<FilesEdit | undefined> {
    const list = (await transfer.get(URIS)?.asString()) ?? '';
    const files = list
      .split(/\r?\n/)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => Uri.parse(line));
    if (files.length === 0 || !files.every(mayHoldTable)) return undefined;
    return new FilesEdit(document, position, files);
  }

  async resolveDocumentDropEdit(edit: FilesEdit, token: CancellationToken): Promise<FilesEdit> {
    const { document, position } = edit;
    const files = await readFiles(edit.files);
    if (files.length === 0 || token.isCancellationRequested) return edit;
    const { code2ProtocolConverter, protocol2CodeConverter } = this.#client;
    const params: PasteParams = {
      textDocument: code2ProtocolConverter.asTextDocumentIdentifier(document),
      range: code2ProtocolConverter.asRange(new Range(position, position)),
      files,
    };
    const pasted = await working<PasteResult>(this.#client, l10n.t('Importing'), PASTE, params);
    if (!pasted) return edit;
    const additional = new WorkspaceEdit();
    additional.replace(document.uri, protocol2CodeConverter.asRange(pasted.range), pasted.text);
    edit.additionalEdit = additional;
    const { units, projects, indicators } = pasted.counts;
    const imported = l10n.t('Imported: {0} units, {1} projects, {2} indicators.', units, projects, indicators);
    void this.#reports.offer(imported, pasted.report);
    return edit;
  }
}

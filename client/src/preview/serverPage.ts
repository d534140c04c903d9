import type { Range, Uri, WorkspaceEdit } from 'vscode';
import type { BaseLanguageClient, Location, WorkspaceEdit as ProtocolEdit } from 'vscode-languageclient';
import {
  type PageUpdate,
  PREVIEW,
  PREVIEW_CLOSED,
  PREVIEW_FINDINGS,
  PREVIEW_FIX,
  PREVIEW_PLACE,
  type PreviewClosedParams,
  type PreviewFinding,
  type PreviewFindingsParams,
  type PreviewFixParams,
  type PreviewParams,
  type PreviewPlaceParams,
} from '../../../server/src/protocol.ts';
import { isStale } from './staleEdit.ts';

let pages = 0;

/**
 * A page as the server knows it: what is asked of it, in the words of VS Code. While the server is away, or where the
 * text changes before it answers, there is no answer.
 */
export class ServerPage {
  readonly #client: BaseLanguageClient;
  readonly #page = String(++pages);

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** What the page lacks. */
  update(table: Uri, request: Omit<PreviewParams, 'textDocument' | 'page'>): Promise<PageUpdate | undefined> {
    const textDocument = { uri: this.#client.code2ProtocolConverter.asUri(table) };
    const params: PreviewParams = { textDocument, page: this.#page, ...request };
    return this.#ask<PageUpdate>(PREVIEW, params);
  }

  /** The text that a piece shows; undefined where its row is no more. */
  async placeOf(piece: Omit<PreviewPlaceParams, 'page'>): Promise<{ uri: Uri; range: Range } | undefined> {
    const params: PreviewPlaceParams = { page: this.#page, ...piece };
    const place = await this.#ask<Location>(PREVIEW_PLACE, params);
    return place && this.#client.protocol2CodeConverter.asLocation(place);
  }

  async findings(row: number, findings: readonly number[]): Promise<readonly PreviewFinding[]> {
    const params: PreviewFindingsParams = { page: this.#page, row, findings };
    return (await this.#ask<readonly PreviewFinding[]>(PREVIEW_FINDINGS, params)) ?? [];
  }

  /** The edit that mends something; undefined where that is no more, or the text has changed meanwhile. */
  async fix(fix: Omit<PreviewFixParams, 'page'>): Promise<WorkspaceEdit | undefined> {
    const params: PreviewFixParams = { page: this.#page, ...fix };
    const edit = await this.#ask<ProtocolEdit>(PREVIEW_FIX, params);
    if (!edit || isStale(edit)) return undefined;
    return this.#client.protocol2CodeConverter.asWorkspaceEdit(edit);
  }

  /** The page is no more. */
  close(): void {
    const params: PreviewClosedParams = { page: this.#page };
    if (this.#client.isRunning()) void this.#client.sendNotification(PREVIEW_CLOSED, params);
  }

  async #ask<Answer>(method: string, params: unknown): Promise<Answer | undefined> {
    try {
      return (await this.#client.sendRequest<Answer | null>(method, params)) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

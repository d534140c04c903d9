import { RequestType } from 'vscode-languageserver';
import type { Location, WorkspaceEdit } from 'vscode-languageserver-types';
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
  STANDALONE_PAGE,
  type StandalonePageParams,
} from '../protocol.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import type { Answering } from './answering.ts';
import type { Host, Serving } from './serving.ts';

/** Answers the pages that show tables, each by what it has. */
export function servePreviews({ connection, host, pages, service }: Serving, answering: Answering): void {
  const update = answering.onDocument<PreviewParams, PageUpdate | null>(
    null,
    async (document, params) => (await pages.get(params.page))?.update(document, params) ?? null,
  );
  connection.onRequest(new RequestType<PreviewParams, PageUpdate | null, void>(PREVIEW), (params, token) => {
    // At once: a page that is closed before it is answered is not to begin anew.
    if (!pages.has(params.page)) pages.set(params.page, service.createPage());
    return update(params, token);
  });
  connection.onRequest(
    PREVIEW_PLACE,
    async ({ page, row, start, end }: PreviewPlaceParams): Promise<Location | null> =>
      (await pages.get(page))?.placeOf(row, { start, end }) ?? null,
  );
  connection.onRequest(
    PREVIEW_FINDINGS,
    async ({ page, row, findings }: PreviewFindingsParams): Promise<PreviewFinding[]> =>
      (await pages.get(page))?.findings(row, findings) ?? [],
  );
  connection.onRequest(
    PREVIEW_FIX,
    async ({ page, row, finding, fix }: PreviewFixParams): Promise<WorkspaceEdit | null> =>
      (await pages.get(page))?.fix(row, finding, fix) ?? null,
  );
  connection.onRequest(
    new RequestType<StandalonePageParams, string | null, void>(STANDALONE_PAGE),
    answering.onDocument<StandalonePageParams, string | null>(null, async (document, { view, paper }) =>
      inTurns(await service.standalonePage(document, { view, paper }), document, host),
    ),
  );
  connection.onNotification(PREVIEW_CLOSED, ({ page }: PreviewClosedParams) => {
    pages.delete(page);
  });
}

/** So many parts of a page are made before others have their turn: some tens of milliseconds. */
const PARTS_A_TURN = 100;

/** Puts a page together, and lets other messages be answered in between; gives up where the table changes meanwhile. */
async function inTurns(parts: Iterable<string>, document: TableDocument, host: Host): Promise<string | null> {
  const { version } = document;
  const made: string[] = [];
  for (const part of parts) {
    made.push(part);
    if (made.length % PARTS_A_TURN > 0) continue;
    await new Promise<void>((resolve) => host.defer(resolve));
    if (document.version !== version) return null;
  }
  return made.join('');
}

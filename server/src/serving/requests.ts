import {
  CodeActionKind,
  type DefinitionParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type RenameFilesParams,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SymbolInformation,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { FIX_ALL_KIND, RENUMBER_KIND } from '../features/codeActions.ts';
import { CannotRename } from '../languageService.ts';
import { TokenResults } from '../tokenResults.ts';
import type { Answering } from './answering.ts';
import { Counting } from './counting.ts';
import type { Serving } from './serving.ts';

/** Answers the requests of the protocol by the language service. */
export function serveRequests(serving: Serving, answering: Answering): void {
  const { client, connection, documents, service } = serving;
  const { languages } = connection;
  /** The table that an item or an action was made for. */
  const tableOf = ({ data }: { data?: { readonly uri?: string } }) =>
    data?.uri === undefined ? undefined : documents.get(data.uri);

  const counting = new Counting(serving);
  connection.onCompletion(
    answering.onDocument(
      { isIncomplete: false, items: [] },
      async (document, { position }) => {
        const list = await service.complete(document, position);
        counting.asked(document);
        return list;
      },
      true,
    ),
  );
  connection.onCompletionResolve((item) => {
    const document = tableOf(item);
    return document ? service.resolveCompletion(document, item) : item;
  });
  connection.onHover(
    answering.onDocument(null, async (document, { position }) => {
      const hover = await service.hover(document, position);
      counting.asked(document);
      return hover;
    }),
  );

  connection.onCodeAction(
    answering.onDocument([], (document, { range, context: { only } }) => {
      const fixes = wants(only, CodeActionKind.QuickFix, true) ? service.codeActions(document, range) : [];
      const numbers = wants(only, RENUMBER_KIND, true) ? service.renumberAction(document, range) : [];
      const all = wants(only, FIX_ALL_KIND, false) ? service.fixAll(document) : undefined;
      return [...fixes, ...numbers, ...(all ? [all] : [])];
    }),
  );
  connection.onCodeActionResolve((action) => {
    const document = tableOf(action);
    return document ? service.resolveCodeAction(document, action) : action;
  });

  connection.onDocumentFormatting(
    answering.onDocument([], (document, { options }) => service.formatDocument(document, options)),
  );
  connection.onDocumentRangeFormatting(
    answering.onDocument([], (document, { range, options }) => service.formatRange(document, range, options)),
  );
  connection.onDocumentRangesFormatting(
    answering.onDocument([], (document, { ranges, options }) => service.formatRanges(document, ranges, options)),
  );
  connection.onDocumentOnTypeFormatting(
    answering.onDocument([], (document, { position, ch, options }) =>
      service.formatOnType(document, position, ch, options),
    ),
  );

  connection.onDocumentSymbol(
    answering.onDocument<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>([], async (document) => {
      const symbols = await service.documentSymbols(document);
      return client.outlines ? symbols : flat(symbols, document.uri);
    }),
  );
  connection.onWorkspaceSymbol(
    answering.onWorkspace(({ query }: WorkspaceSymbolParams) => service.workspaceSymbols(query)),
  );
  connection.workspace.onWillRenameFiles(
    answering.onWorkspace(({ files }: RenameFilesParams) => service.renameFiles(files)),
  );
  connection.onFoldingRanges(answering.onDocument([], (document) => service.foldingRanges(document, client.mostFolds)));
  connection.onSelectionRanges(
    answering.onDocument([], (document, { positions }) => service.selectionRanges(document, positions)),
  );
  connection.onDocumentHighlight(
    answering.onDocument([], (document, { position }) => service.documentHighlights(document, position)),
  );
  connection.onDocumentLinks(answering.onDocument([], (document) => service.documentLinks(document)));
  connection.onDefinition(
    answering.onDocument<DefinitionParams, LocationLink[] | Location[]>([], async (document, { position }) => {
      const links = await service.definition(document, position);
      return links.length > 0 && !client.definitionLinks
        ? links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }))
        : links;
    }),
  );
  connection.onReferences(
    answering.onDocument([], (document, { position, context }) =>
      service.references(document, position, context.includeDeclaration),
    ),
  );
  connection.onPrepareRename(
    answering.onDocument(null, (document, { position }) => service.prepareRename(document, position)),
  );
  connection.onRenameRequest(
    answering.onDocument(null, async (document, { position, newName }) => {
      try {
        return await service.rename(document, position, newName);
      } catch (error) {
        if (!(error instanceof CannotRename)) throw error;
        throw new ResponseError(LSPErrorCodes.RequestFailed, error.texts[client.language]);
      }
    }),
  );

  const tokens = new TokenResults();
  languages.semanticTokens.on(
    answering.onDocument({ data: [] }, async (document) => tokens.full(document, await service.tokenPieces(document))),
  );
  languages.semanticTokens.onDelta(
    answering.onDocument<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      { data: [] },
      async (document, { previousResultId }) =>
        tokens.since(previousResultId, document, await service.tokenPieces(document)),
    ),
  );
  languages.semanticTokens.onRange(
    answering.onDocument({ data: [] }, async (document, { range }) => ({
      data: await service.semanticTokens(document, range),
    })),
  );
  languages.inlayHint.on(answering.onDocument([], (document, { range }) => service.inlayHints(document, range)));
  connection.onCodeLens(answering.onDocument([], (document) => service.codeLenses(document)));
}

/** Whether a client that asks for some kinds of actions only asks for this one too. */
function wants(only: readonly CodeActionKind[] | undefined, wanted: CodeActionKind, unasked: boolean): boolean {
  return only ? only.some((kind) => kind === '' || `${wanted}.`.startsWith(`${kind}.`)) : unasked;
}

/** An outline for clients that know no tree. */
function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(containerName && { containerName }) },
    ...flat(children ?? [], uri, name),
  ]);
}

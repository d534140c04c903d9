import {
  CodeActionKind,
  type FileOperationRegistrationOptions,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { FIX_ALL_KIND, RENUMBER_KIND } from '../features/codeActions.ts';
import { LEGEND } from '../features/semanticTokens/legend.ts';
import type { Client } from './client.ts';

/** Characters after which completions are asked for: digits begin codes, marks the next field, signs a comparison. */
const TRIGGERS = [...'0123456789;:；：、.-=<>＝＜＞》《'];

/** What is found in one table depends on others. */
export const PULLED = { interFileDependencies: true } as const;

/** What may move with or without the tables that it holds. */
const TABLES_AND_FOLDERS: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.jxmb', matches: 'file', options: { ignoreCase: true } } },
    { pattern: { glob: '**', matches: 'folder' } },
  ],
};

/** What a client is offered. What an offer may say besides is for clients that declare that they know it. */
export function capabilitiesFor({ abilities, capabilities, pulls, registers }: Client): ServerCapabilities {
  const { textDocument, workspace } = capabilities;
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: abilities.resolvesCompletions },
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: textDocument?.rangeFormatting?.rangesSupport ? { rangesSupport: true } : true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    selectionRangeProvider: true,
    documentHighlightProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
    inlayHintProvider: true,
    codeLensProvider: {},
    codeActionProvider: textDocument?.codeAction?.codeActionLiteralSupport
      ? {
          codeActionKinds: [CodeActionKind.QuickFix, RENUMBER_KIND, FIX_ALL_KIND],
          resolveProvider: abilities.resolvesActions,
        }
      : true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(workspace?.fileOperations?.willRename && { fileOperations: { willRename: TABLES_AND_FOLDERS } }),
    },
    ...(pulls && !registers.pulls && { diagnosticProvider: { ...PULLED, workspaceDiagnostics: true } }),
  };
}

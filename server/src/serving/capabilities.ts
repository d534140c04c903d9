import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { FIX_ALL_KIND, RENUMBER_KIND } from '../features/codeActions.ts';
import { LEGEND } from '../features/semanticTokens/legend.ts';
import type { Client } from './client.ts';

/** Characters after which completions are asked for: digits begin codes, marks the next field, signs a comparison. */
const TRIGGERS = [...'0123456789;:；：、.-=<>＝＜＞》《'];

/** What is found in one table depends on others. */
export const PULLED = { interFileDependencies: true } as const;

/** What a client is offered. */
export function capabilitiesFor({ abilities, pulls, registers }: Client): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: abilities.resolvesCompletions },
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    selectionRangeProvider: true,
    documentHighlightProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
    inlayHintProvider: true,
    codeLensProvider: {},
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, RENUMBER_KIND, FIX_ALL_KIND],
      resolveProvider: abilities.resolvesActions,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(pulls && !registers.pulls && { diagnosticProvider: { ...PULLED, workspaceDiagnostics: true } }),
  };
}

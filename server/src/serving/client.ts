import {
  type ClientCapabilities,
  type CompletionClientCapabilities,
  CompletionItemKind,
  DiagnosticTag,
  type InitializeParams,
  MarkupKind,
} from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.ts';
import type { Language } from '../rules/rule.ts';
import type { ClientAbilities } from '../workspace/environment.ts';

/** What is known of the client from its first message. */
export interface Client {
  readonly language: Language;
  /** It is VS Code with our extension. */
  readonly isOurs: boolean;
  /** It tells of files that the server does not reach. */
  readonly mirrors: boolean;
  /** What it says of our section of the settings when it starts. */
  readonly settings: unknown;
  /** The URIs of the folders that it has open. */
  readonly folders: readonly string[];
  /** What it declares, as the protocol has it. */
  readonly capabilities: ClientCapabilities;
  readonly abilities: ClientAbilities;
  /** It asks for findings; others are sent them. */
  readonly pulls: boolean;
  /** It can show an outline as a tree. */
  readonly outlines: boolean;
  /** It wants so many folds of a document at most. */
  readonly mostFolds: number | undefined;
  /** Definitions may say what they were asked for. */
  readonly definitionLinks: boolean;
  /** It can be asked for settings. */
  readonly configures: boolean;
  /** It can be told that findings are stale. */
  readonly refreshes: boolean;
  /** It tells of changes in folders. */
  readonly changesFolders: boolean;
  /** It shows how far long work has come. */
  readonly progresses: boolean;
  /** What it takes registrations of while it runs. */
  readonly registers: {
    readonly settings: boolean;
    readonly watches: boolean;
    readonly pulls: boolean;
  };
}

/** @param otherwise the language of clients that name none */
export function clientOf(params: InitializeParams, otherwise: Language): Client {
  const { capabilities, locale, rootUri, workspaceFolders } = params;
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const { textDocument, workspace, window } = capabilities;
  return {
    language: languageOf(locale) ?? otherwise,
    isOurs: options.vscode === true,
    mirrors: options.mirrors === true,
    settings: options.settings,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []),
    capabilities,
    abilities: abilitiesOf(capabilities, options),
    pulls: textDocument?.diagnostic !== undefined,
    outlines: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    mostFolds: textDocument?.foldingRange?.rangeLimit,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    configures: workspace?.configuration === true,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    changesFolders: workspace?.workspaceFolders === true,
    progresses: window?.workDoneProgress === true,
    registers: {
      settings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
      watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
      pulls: textDocument?.diagnostic?.dynamicRegistration === true,
    },
  };
}

/** Chinese for any kind of `zh`, else English; undefined where no locale is named. */
export function languageOf(locale: string | undefined): Language | undefined {
  if (!locale) return undefined;
  return /^zh\b|^zh[-_]/i.test(locale) ? 'zh' : 'en';
}

function abilitiesOf(
  { textDocument, workspace }: ClientCapabilities,
  { vscode }: InitializationOptions,
): ClientAbilities {
  const { completion, codeAction, diagnostic, hover, inlayHint, publishDiagnostics } = textDocument ?? {};
  const item = completion?.completionItem;
  const findings = [publishDiagnostics, diagnostic];
  return {
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippets: item?.snippetSupport === true,
    replaceRanges: item?.insertReplaceSupport === true,
    resolvesCompletions: item?.resolveSupport?.properties.includes('documentation') === true,
    listDefaults: sharesDefaults(completion?.completionList),
    laterKinds: completion?.completionItemKind?.valueSet?.includes(CompletionItemKind.TypeParameter) === true,
    relatedPlaces: findings.some((can) => can?.relatedInformation === true),
    unnecessaryTags: findings.some((can) => can?.tagSupport?.valueSet?.includes(DiagnosticTag.Unnecessary) === true),
    vscode: vscode === true,
    resolvesActions:
      codeAction?.resolveSupport?.properties.includes('edit') === true && codeAction.dataSupport === true,
    markdownHovers: hover?.contentFormat?.[0] === MarkupKind.Markdown,
    inlayHints: inlayHint !== undefined,
  };
}

/** Whether a client knows all that our lists of completions say once. */
function sharesDefaults(list: CompletionClientCapabilities['completionList']): boolean {
  const known = new Set(list?.itemDefaults);
  return list?.applyKindSupport === true && ['editRange', 'insertTextFormat', 'data'].every((name) => known.has(name));
}

import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Position,
  Range,
  SelectionRange,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Converters, SourceFile } from './exchange/converters.ts';
import { codeActions, fixAllAction, renumberAction, resolveCodeAction } from './features/codeActions.ts';
import { codeLenses } from './features/codeLenses.ts';
import { complete, resolveCompletion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { diagnostics } from './features/diagnostics.ts';
import { documentHighlights } from './features/documentHighlights.ts';
import { documentLinks } from './features/documentLinks.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { CopiedCells } from './features/exchange/copiedCells.ts';
import type {
  Clipboard,
  ExportedFile,
  ExportRequest,
  ImportJob,
  LineRange,
  PasteContent,
  Pasted,
} from './features/exchange/exchange.ts';
import { type FoundSymbols, findSymbols } from './features/findSymbols.ts';
import { foldingRanges } from './features/foldingRanges.ts';
import { formatDocument, formatOnType, formatRange, formatRanges } from './features/formatting.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlayHints.ts';
import { Page } from './features/preview/page.ts';
import { standalone } from './features/preview/standalone.ts';
import { profilePage } from './features/profilePage.ts';
import { type ProfileChoice, profileChoices } from './features/profiles.ts';
import { references } from './features/references.ts';
import { prepareRename, rename } from './features/rename.ts';
import { type FileRename, renameFiles } from './features/renameFiles.ts';
import { rulePage } from './features/rulePage.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import type { TokenPiece } from './features/semanticTokens/tokenPiece.ts';
import { semanticTokens, tokenPieces } from './features/semanticTokens.ts';
import { type TableStatus, tableStatus } from './features/status.ts';
import { workspaceSymbols } from './features/workspaceSymbols.ts';
import type { StandalonePage } from './render/standalonePage.ts';
import { rules } from './rules/registry.ts';
import type { Environment } from './workspace/environment.ts';
import type { TableSettings } from './workspace/settings.ts';
import type { TableDocument } from './workspace/tableDocument.ts';

/**
 * Everything the editor can ask about a table, as plain functions on an open document. Positions are those of the
 * language server protocol: lines from 0, characters in UTF-16 code units.
 */
export interface LanguageService {
  /** @param settings where they are not those of the environment */
  open(uri: string, languageId: string, version: number, text: string, settings?: TableSettings): TableDocument;
  close(uri: string): void;
  diagnostics(document: TableDocument): Diagnostic[];
  complete(document: TableDocument, position: Position): Promise<CompletionList>;
  /** Completes an item of `complete` with what is only made when somebody looks at it. */
  resolveCompletion(document: TableDocument, item: CompletionItem): Promise<CompletionItem>;
  hover(document: TableDocument, position: Position): Promise<Hover | null>;
  documentSymbols(document: TableDocument): DocumentSymbol[];
  foldingRanges(document: TableDocument): FoldingRange[];
  codeActions(document: TableDocument, range: Range): CodeAction[];
  /** Numbers the indicators of the project at a range anew; none where they are numbered as they should be. */
  renumberAction(document: TableDocument, range: Range): CodeAction[];
  formatDocument(document: TableDocument, options: FormattingOptions): TextEdit[];
  formatRange(document: TableDocument, range: Range, options: FormattingOptions): TextEdit[];
  formatRanges(document: TableDocument, ranges: readonly Range[], options: FormattingOptions): TextEdit[];
  formatOnType(document: TableDocument, position: Position, typed: string, options: FormattingOptions): TextEdit[];
  selectionRanges(document: TableDocument, positions: readonly Position[]): SelectionRange[];
  documentHighlights(document: TableDocument, position: Position): DocumentHighlight[];
  definition(document: TableDocument, position: Position): LocationLink[];
  references(document: TableDocument, position: Position, includeDeclaration: boolean): Location[];
  prepareRename(
    document: TableDocument,
    position: Position,
  ): { readonly range: Range; readonly placeholder: string } | null;
  /** @throws CannotRename where the new name will not do */
  rename(document: TableDocument, position: Position, newName: string): WorkspaceEdit | null;
  /** The edits that keep every 引用 leading to its table when files or folders are renamed; null where there are none. */
  renameFiles(files: readonly FileRename[]): WorkspaceEdit | null;
  documentLinks(document: TableDocument): DocumentLink[];
  workspaceSymbols(query: string): Promise<SymbolInformation[]>;
  /** The units and projects that something typed may mean, best first, for the list of our own client. */
  findSymbols(query: string): Promise<FoundSymbols>;
  /** Encoded as the protocol has them, by `LEGEND`. */
  semanticTokens(document: TableDocument, range?: Range): Promise<number[]>;
  /** The same block by block: what did not change is the same piece. `join` makes one of them. */
  tokenPieces(document: TableDocument): Promise<readonly TokenPiece[]>;
  inlayHints(document: TableDocument, range: Range): InlayHint[];
  codeLenses(document: TableDocument): CodeLens[];
  status(document: TableDocument): TableStatus;
  /** The profiles a table may be read by, each with the edits that make it so. */
  profiles(document: TableDocument): ProfileChoice[];
  /** The action that mends everything that needs nobody to look; undefined where there is nothing. */
  fixAll(document: TableDocument): CodeAction | undefined;
  /** Completes an action of `codeActions` that came without its edit. */
  resolveCodeAction(document: TableDocument, action: CodeAction): CodeAction;
  /** A profile as JSON to read; undefined where no table knows it. */
  profilePage(id: string): string | undefined;
  /** A page that shows a table: it is asked for what the page lacks. */
  createPage(): Page;
  /** A page that stands for itself, to be printed or kept, as HTML in parts: it takes half a second for a thousand projects. */
  standalonePage(document: TableDocument, page: StandalonePage): Iterable<string>;
  /** The explanation of a rule as Markdown; undefined where there is no such rule. */
  rulePage(id: string): Promise<string | undefined>;
  /** All rules by their titles. */
  rules(): readonly { readonly id: string; readonly title: string }[];
  /**
   * Reads files of other programs and finds the tables in them, from which somebody chooses.
   * @param next told before each file
   */
  readImport(
    files: readonly SourceFile[],
    settings: TableSettings,
    signal?: AbortSignal,
    next?: (file: string, place: number) => void,
  ): Promise<ImportJob>;
  /** @throws ConversionError where the file cannot be made, with what to do about it */
  exportFile(document: TableDocument, request: ExportRequest, signal?: AbortSignal): Promise<ExportedFile>;
  /**
   * What is to be written for cells that are pasted; undefined where they are pasted as they are.
   * @throws ConversionError where files that are dropped cannot be read
   */
  pasteCells(
    document: TableDocument,
    range: Range,
    content: PasteContent,
    signal?: AbortSignal,
  ): Promise<Pasted | undefined>;
  /** Rows for the clipboard, as spreadsheets take them; all without `lines`. */
  copyCells(document: TableDocument, lines?: LineRange): Promise<Clipboard>;
}

/** What the service is given from outside, for its features and to get files in and out. */
export interface ServiceEnvironment extends Environment {
  readonly converters: Converters;
  /** What gets files in and out, loaded when first needed. */
  loadExchange(): Promise<typeof import('./features/exchange/exchange.ts')>;
}

export function createLanguageService(environment: ServiceEnvironment): LanguageService {
  const { language } = environment;
  const copied = new CopiedCells();
  return {
    open: (uri, languageId, version, text, settings = environment.settings) =>
      environment.workspace.open(uri, languageId, version, text, settings),
    close: (uri) => environment.workspace.close(uri),
    diagnostics: (document) => diagnostics(document, environment),
    complete: (document, position) => complete(document, position, environment),
    resolveCompletion: (document, item) => resolveCompletion(document, item, environment),
    hover: (document, position) => hover(document, position, environment),
    documentSymbols: (document) => documentSymbols(document, language),
    foldingRanges: (document) => foldingRanges(document),
    codeActions: (document, range) => codeActions(document, range, environment),
    renumberAction: (document, range) => renumberAction(document, range, environment),
    formatDocument,
    formatRange,
    formatRanges,
    formatOnType,
    selectionRanges,
    documentHighlights,
    definition: (document, position) => definition(document, position, environment),
    references: (document, position, includeDeclaration) =>
      references(document, position, includeDeclaration, environment),
    prepareRename,
    rename: (document, position, newName) => rename(document, position, newName, environment),
    renameFiles: (files) => renameFiles(files, environment),
    documentLinks: (document) => documentLinks(document, environment),
    workspaceSymbols: (query) => workspaceSymbols(query, environment),
    findSymbols: (query) => findSymbols(query, environment),
    semanticTokens: (document, range) => semanticTokens(document, range, environment),
    tokenPieces: (document) => tokenPieces(document, environment),
    inlayHints: (document, range) => inlayHints(document, range, environment),
    codeLenses: (document) => codeLenses(document, environment),
    status: (document) => tableStatus(document, environment),
    profiles: (document) => profileChoices(document, language),
    fixAll: (document) => fixAllAction(document, environment),
    resolveCodeAction: (document, action) => resolveCodeAction(document, action, environment),
    profilePage: (id) => profilePage(id, environment),
    createPage: () => new Page(environment),
    standalonePage: (document, page) => standalone(document, page, environment),
    rulePage: (id) => rulePage(id, language),
    rules: () => rules.map(({ id, title }) => ({ id, title: title[language] })),
    readImport: async (files, settings, signal, next) => {
      const { readImport } = await environment.loadExchange();
      return readImport(files, { converters: environment.converters, settings }, signal, next);
    },
    exportFile: async (document, request, signal) => {
      const { exportFile } = await environment.loadExchange();
      return exportFile(document, request, environment, signal);
    },
    pasteCells: async (document, range, content, signal) => {
      const { pasteCells } = await environment.loadExchange();
      return pasteCells(document, range, copied.complete(content), environment, signal);
    },
    copyCells: async (document, lines) => copied.keep((await environment.loadExchange()).clipboardOf(document, lines)),
  };
}

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
import { diagnostics } from './features/diagnostics.ts';
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
import type { FoundSymbols } from './features/findSymbols.ts';
import { once } from './features/once.ts';
import type { Page } from './features/preview/page.ts';
import { type ProfileChoice, profileChoices } from './features/profiles.ts';
import type { FileRename } from './features/renameFiles.ts';
import type { TokenPiece } from './features/semanticTokens/tokenPiece.ts';
import { type TableStatus, tableStatus } from './features/status.ts';
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
  documentSymbols(document: TableDocument): Promise<DocumentSymbol[]>;
  /** @param most so many at most, the outer ones before those in them */
  foldingRanges(document: TableDocument, most?: number): Promise<FoldingRange[]>;
  codeActions(document: TableDocument, range: Range): CodeAction[];
  /** Numbers the indicators of the project at a range anew; none where they are numbered as they should be. */
  renumberAction(document: TableDocument, range: Range): CodeAction[];
  formatDocument(document: TableDocument, options: FormattingOptions): Promise<TextEdit[]>;
  formatRange(document: TableDocument, range: Range, options: FormattingOptions): Promise<TextEdit[]>;
  formatRanges(document: TableDocument, ranges: readonly Range[], options: FormattingOptions): Promise<TextEdit[]>;
  formatOnType(
    document: TableDocument,
    position: Position,
    typed: string,
    options: FormattingOptions,
  ): Promise<TextEdit[]>;
  selectionRanges(document: TableDocument, positions: readonly Position[]): Promise<SelectionRange[]>;
  documentHighlights(document: TableDocument, position: Position): Promise<DocumentHighlight[]>;
  definition(document: TableDocument, position: Position): Promise<LocationLink[]>;
  references(document: TableDocument, position: Position, includeDeclaration: boolean): Promise<Location[]>;
  prepareRename(
    document: TableDocument,
    position: Position,
  ): Promise<{ readonly range: Range; readonly placeholder: string } | null>;
  /** @throws CannotRename where the new name will not do */
  rename(document: TableDocument, position: Position, newName: string): Promise<WorkspaceEdit | null>;
  /** The edits that keep every 引用 leading to its table when files or folders are renamed; null where there are none. */
  renameFiles(files: readonly FileRename[]): Promise<WorkspaceEdit | null>;
  documentLinks(document: TableDocument): Promise<DocumentLink[]>;
  workspaceSymbols(query: string): Promise<SymbolInformation[]>;
  /** The units and projects that something typed may mean, best first, for the list of our own client. */
  findSymbols(query: string): Promise<FoundSymbols>;
  /** Encoded as the protocol has them, by `LEGEND`. */
  semanticTokens(document: TableDocument, range?: Range): Promise<number[]>;
  /** The same block by block: what did not change is the same piece. `join` makes one of them. */
  tokenPieces(document: TableDocument): Promise<readonly TokenPiece[]>;
  inlayHints(document: TableDocument, range: Range): Promise<InlayHint[]>;
  codeLenses(document: TableDocument): Promise<CodeLens[]>;
  status(document: TableDocument): TableStatus;
  /** The profiles a table may be read by, each with the edits that make it so. */
  profiles(document: TableDocument): ProfileChoice[];
  /** The action that mends everything that needs nobody to look; undefined where there is nothing. */
  fixAll(document: TableDocument): CodeAction | undefined;
  /** Completes an action of `codeActions` that came without its edit. */
  resolveCodeAction(document: TableDocument, action: CodeAction): CodeAction;
  /** A profile as JSON to read; undefined where no table knows it. */
  profilePage(id: string): Promise<string | undefined>;
  /** A page that shows a table: it is asked for what the page lacks. */
  createPage(): Promise<Page>;
  /** A page that stands for itself, to be printed or kept, as HTML in parts: it takes half a second for a thousand projects. */
  standalonePage(document: TableDocument, page: StandalonePage): Promise<Iterable<string>>;
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

export { CannotRename } from './features/rename/cannotRename.ts';

/** What is loaded when it is first asked for; each is a bundle of its own. */
const load = {
  completion: once(() => import('./features/completion.ts')),
  formatting: once(() => import('./features/formatting.ts')),
  hover: once(() => import('./features/hover.ts')),
  pages: once(() => import('./features/pages.ts')),
  rulePage: once(() => import('./features/rulePage.ts')),
  shown: once(() => import('./features/shown.ts')),
  things: once(() => import('./features/things.ts')),
};

export function createLanguageService(environment: ServiceEnvironment): LanguageService {
  const { language } = environment;
  const copied = new CopiedCells();
  return {
    open: (uri, languageId, version, text, settings = environment.settings) =>
      environment.workspace.open(uri, languageId, version, text, settings),
    close: (uri) => environment.workspace.close(uri),
    diagnostics: (document) => diagnostics(document, environment),
    complete: async (...asked) => (await load.completion()).complete(...asked, environment),
    resolveCompletion: async (...asked) => (await load.completion()).resolveCompletion(...asked, environment),
    hover: async (...asked) => (await load.hover()).hover(...asked, environment),
    documentSymbols: async (document) => (await load.shown()).documentSymbols(document, language),
    foldingRanges: async (...asked) => (await load.shown()).foldingRanges(...asked),
    codeActions: (document, range) => codeActions(document, range, environment),
    renumberAction: (document, range) => renumberAction(document, range, environment),
    formatDocument: async (...asked) => (await load.formatting()).formatDocument(...asked),
    formatRange: async (...asked) => (await load.formatting()).formatRange(...asked),
    formatRanges: async (...asked) => (await load.formatting()).formatRanges(...asked),
    formatOnType: async (...asked) => (await load.formatting()).formatOnType(...asked),
    selectionRanges: async (...asked) => (await load.things()).selectionRanges(...asked),
    documentHighlights: async (...asked) => (await load.things()).documentHighlights(...asked),
    definition: async (...asked) => (await load.things()).definition(...asked, environment),
    references: async (...asked) => (await load.things()).references(...asked, environment),
    prepareRename: async (...asked) => (await load.things()).prepareRename(...asked),
    rename: async (...asked) => (await load.things()).rename(...asked, environment),
    renameFiles: async (files) => (await load.things()).renameFiles(files, environment),
    documentLinks: async (document) => (await load.shown()).documentLinks(document, environment),
    workspaceSymbols: async (query) => (await load.things()).workspaceSymbols(query, environment),
    findSymbols: async (query) => (await load.things()).findSymbols(query, environment),
    semanticTokens: async (document, range) => (await load.shown()).semanticTokens(document, range, environment),
    tokenPieces: async (document) => (await load.shown()).tokenPieces(document, environment),
    inlayHints: async (document, range) => (await load.shown()).inlayHints(document, range, environment),
    codeLenses: async (document) => (await load.shown()).codeLenses(document, environment),
    status: (document) => tableStatus(document, environment),
    profiles: (document) => profileChoices(document, language),
    fixAll: (document) => fixAllAction(document, environment),
    resolveCodeAction: (document, action) => resolveCodeAction(document, action, environment),
    profilePage: async (id) => (await load.things()).profilePage(id, environment),
    createPage: async () => new (await load.pages()).Page(environment),
    standalonePage: async (...asked) => (await load.pages()).standalone(...asked, environment),
    rulePage: async (id) => (await load.rulePage()).rulePage(id, language),
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

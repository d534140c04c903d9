import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Position,
  Range,
} from 'vscode-languageserver-types';
import { codeActions, fixAllAction, resolveCodeAction } from './features/codeActions.ts';
import { complete } from './features/completion.ts';
import { diagnostics } from './features/diagnostics.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { foldingRanges } from './features/foldingRanges.ts';
import { hover } from './features/hover.ts';
import { rulePage } from './features/rulePage.ts';
import { rules } from './rules/registry.ts';
import type { Environment } from './workspace/environment.ts';
import type { TableSettings } from './workspace/settings.ts';
import { TableDocument } from './workspace/tableDocument.ts';

/**
 * Everything the editor can ask about a table, as plain functions on an open document. Positions are those of the
 * language server protocol: lines from 0, characters in UTF-16 code units.
 */
export interface LanguageService {
  /** @param settings where they are not those of the environment */
  open(uri: string, languageId: string, version: number, text: string, settings?: TableSettings): TableDocument;
  diagnostics(document: TableDocument): Diagnostic[];
  complete(document: TableDocument, position: Position): Promise<CompletionList>;
  hover(document: TableDocument, position: Position): Promise<Hover | null>;
  documentSymbols(document: TableDocument): DocumentSymbol[];
  foldingRanges(document: TableDocument): FoldingRange[];
  codeActions(document: TableDocument, range: Range): CodeAction[];
  /** The action that mends everything that needs nobody to look; undefined where there is nothing. */
  fixAll(document: TableDocument): CodeAction | undefined;
  /** Completes an action of `codeActions` that came without its edit. */
  resolveCodeAction(document: TableDocument, action: CodeAction): CodeAction;
  /** The explanation of a rule as Markdown; undefined where there is no such rule. */
  rulePage(id: string): string | undefined;
  /** All rules by their titles. */
  rules(): readonly { readonly id: string; readonly title: string }[];
}

export function createLanguageService(environment: Environment): LanguageService {
  const { language } = environment;
  return {
    open: (uri, languageId, version, text, settings = environment.settings) =>
      new TableDocument(uri, languageId, version, text, settings),
    diagnostics: (document) => diagnostics(document, environment),
    complete: (document, position) => complete(document, position, environment),
    hover: (document, position) => hover(document, position, environment),
    documentSymbols: (document) => documentSymbols(document, language),
    foldingRanges: (document) => foldingRanges(document),
    codeActions: (document, range) => codeActions(document, range, environment),
    fixAll: (document) => fixAllAction(document, environment),
    resolveCodeAction: (document, action) => resolveCodeAction(document, action, environment),
    rulePage: (id) => rulePage(id, language),
    rules: () => rules.map(({ id, title }) => ({ id, title: title[language] })),
  };
}

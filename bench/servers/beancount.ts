/**
 * A language server for beancount: npm has none, but it has a compiled engine with an editor's questions in it
 * (rustledger). This gives it a connection and keeps its answers until the text changes.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  type Diagnostic,
  type DocumentSymbol,
  ProposedFeatures,
  type Range,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

interface EditorRange {
  readonly start_line: number;
  readonly start_character: number;
  readonly end_line: number;
  readonly end_character: number;
}

interface EngineSymbol {
  readonly name: string;
  readonly range: EditorRange;
  readonly children?: readonly EngineSymbol[];
}

/** What is used of the engine. */
interface Ledger {
  getErrors(): readonly { readonly message: string; readonly line: number | null }[];
  getHoverInfo(line: number, character: number): { readonly contents: string } | null;
  getCompletions(line: number, character: number): { readonly completions: readonly { readonly label: string }[] };
  getDocumentSymbols(): readonly EngineSymbol[];
  format(): { readonly formatted: string | null };
  free(): void;
}

interface Engine {
  readonly ParsedLedger: new (text: string) => Ledger;
  initSync(given: { readonly module: Uint8Array }): void;
}

const require = createRequire(import.meta.url);
const engine: Engine = await import(pathToFileURL(require.resolve('@rustledger/wasm')).href);
engine.initSync({ module: readFileSync(require.resolve('@rustledger/wasm/rustledger_wasm_bg.wasm')) });

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const ledgers = new Map<string, { readonly version: number; readonly ledger: Ledger }>();

function ledgerOf(uri: string): Ledger {
  const document = documents.get(uri) as TextDocument;
  const kept = ledgers.get(uri);
  if (kept?.version === document.version) return kept.ledger;
  kept?.ledger.free();
  const ledger = new engine.ParsedLedger(document.getText());
  ledgers.set(uri, { version: document.version, ledger });
  return ledger;
}

documents.onDidClose(({ document: { uri } }) => {
  ledgers.get(uri)?.ledger.free();
  ledgers.delete(uri);
});

const rangeOf = (own: EditorRange): Range => ({
  start: { line: own.start_line, character: own.start_character },
  end: { line: own.end_line, character: own.end_character },
});

const symbolOf = ({ name, range, children = [] }: EngineSymbol): DocumentSymbol => ({
  name,
  kind: 15,
  range: rangeOf(range),
  selectionRange: rangeOf(range),
  children: children.map(symbolOf),
});

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    hoverProvider: true,
    completionProvider: {},
    documentSymbolProvider: true,
    documentFormattingProvider: true,
  },
}));
connection.languages.diagnostics.on(({ textDocument: { uri } }) => {
  const items = ledgerOf(uri)
    .getErrors()
    .map(({ message, line }): Diagnostic => {
      const start = { line: Math.max(0, (line ?? 1) - 1), character: 0 };
      return { range: { start, end: { line: start.line + 1, character: 0 } }, message, severity: 1 };
    });
  return { kind: 'full', items };
});
connection.onHover(({ textDocument: { uri }, position: { line, character } }) => {
  const info = ledgerOf(uri).getHoverInfo(line, character);
  return info && { contents: { kind: 'markdown', value: info.contents } };
});
connection.onCompletion(({ textDocument: { uri }, position: { line, character } }) =>
  ledgerOf(uri)
    .getCompletions(line, character)
    .completions.map(({ label }) => ({ label })),
);
connection.onDocumentSymbol(({ textDocument: { uri } }) => ledgerOf(uri).getDocumentSymbols().map(symbolOf));
connection.onDocumentFormatting(({ textDocument: { uri } }) => {
  const document = documents.get(uri) as TextDocument;
  const { formatted } = ledgerOf(uri).format();
  if (formatted === null || formatted === document.getText()) return [];
  const range = { start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } };
  return [{ range, newText: formatted }];
});
documents.listen(connection);
connection.listen();

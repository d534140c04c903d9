/**
 * An empty server on the library that ours is made of: it takes texts and does nothing with them, and answers at once.
 * What it takes is what the wire and the library take; nothing that answers over them is faster.
 */
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));

/** Something is found where the last change put something in, so that whoever asks sees each change arrive. */
let isWrong = true;
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const FINDING = { range, message: '合计与各单位之和不符。', severity: 1, code: 'floor', source: 'floor' } as const;
connection.onDidOpenTextDocument(() => {
  isWrong = true;
});
connection.onDidChangeTextDocument(({ contentChanges: [change] }) => {
  isWrong = change?.text !== '';
});
connection.languages.diagnostics.on(() => ({ kind: 'full', items: isWrong ? [FINDING] : [] }));

connection.onHover(() => null);
connection.onCompletion(() => []);
connection.onDocumentSymbol(() => []);
connection.onDocumentFormatting(() => []);

/** An answer of so many characters: what the wire alone costs. */
connection.onRequest('bench/answer', ({ size }: { readonly size: number }) => '好'.repeat(Math.ceil(size / 3)));
connection.listen();

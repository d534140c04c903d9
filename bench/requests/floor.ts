/** An empty server on the library that ours is made of: it takes texts and does nothing with them, and answers at once. */
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
}));
connection.onDidOpenTextDocument(() => {});
connection.onDidChangeTextDocument(() => {});
/** An answer of so many characters: what the wire alone costs. */
connection.onRequest('bench/answer', ({ size }: { readonly size: number }) => '好'.repeat(Math.ceil(size / 3)));
connection.listen();

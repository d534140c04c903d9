import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { languageOf, serve } from './connection.ts';
import { nodeHost } from './nodeHost.ts';
import { connectOverStdio } from './stdio.ts';
import { MirroredFiles } from './workspace/mirroredFiles.ts';

/** Serves the language in a process of its own: over IPC for VS Code, over stdio (`--stdio`) for any other client. */
const connection = process.argv.includes('--stdio') ? connectOverStdio() : createConnection(ProposedFeatures.all);
serve(connection, {
  ...nodeHost,
  // Folders may lie elsewhere than on the disk.
  mirror: new MirroredFiles(),
  language: languageOf(nodeHost.locale) ?? 'zh',
  defer: (task) => void setImmediate(task),
  rest: (task) => void setTimeout(task, 20),
});

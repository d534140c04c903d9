import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { commonHost } from './commonHost.ts';
import { languageOf, serve } from './connection.ts';
import type { Converters } from './exchange/converters.ts';
import { WebConverters } from './webConverters.ts';
import { MirroredFiles } from './workspace/mirroredFiles.ts';

/**
 * Serves the language in a worker of a browser: from now on its messages are those of the protocol.
 * @param assets where the files of the extension are
 */
export function serveWorker(worker: DedicatedWorkerGlobalScope, assets: string): void {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(worker),
    new BrowserMessageWriter(worker),
  );
  serve(connection, {
    ...commonHost,
    // Nothing but what the client mirrors is within reach.
    files: {},
    mirror: new MirroredFiles(),
    converters: new WebConverters(assets) as Converters,
    language: languageOf(worker.navigator.language) ?? 'zh',
    // As the messages that have come in wait for their turns.
    defer: (task: () => void) => void setTimeout(task),
    rest: (task: () => void) => void setTimeout(task, 20),
  });
}

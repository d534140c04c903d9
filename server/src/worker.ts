/** The language server in a worker of a browser, whose first message says where the files of the extension are. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { setAssets } from './assets.ts';
import { commonHost } from './commonHost.ts';
import { languageOf, serve } from './connection.ts';
import type { Converters } from './exchange/converters.ts';
import { WebConverters } from './webConverters.ts';
import { MirroredFiles } from './workspace/mirroredFiles.ts';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<string>) => {
  setAssets(data);
  // From now on messages are those of the protocol.
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
  );
  const host = {
    ...commonHost,
    // Nothing but what the client mirrors is within reach.
    files: {},
    mirror: new MirroredFiles(),
    converters: new WebConverters(data) as Converters,
    language: languageOf(self.navigator.language) ?? 'zh',
    // As the messages that have come in wait for their turns.
    defer: (task: () => void) => void setTimeout(task),
  };
  serve(connection, host);
};

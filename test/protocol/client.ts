/** Client and server in one process over paired streams, for tests of the protocol. */
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { serve } from '../../server/src/connection.ts';
import { nodeHost } from '../../server/src/nodeHost.ts';

/** The document that a client works on. */
export const URI = 'file:///table.jxmb';

/** A client that is connected to a server of its own. */
export async function connect(capabilities: ClientCapabilities, more: Partial<InitializeParams> = {}) {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const defer = (task: () => void) => void setImmediate(task);
  serve(server, { ...nodeHost, language: 'zh', defer, rest: defer });
  const client: ProtocolConnection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  client.listen();
  const initialized: InitializeResult = await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    ...more,
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    capabilities: initialized.capabilities,
    open: (text: string, uri = URI) =>
      client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'jxmb', version: 1, text },
      }),
    /** Replaces characters of one line. */
    change: (version: number, line: number, start: number, end: number, text: string) =>
      client.sendNotification('textDocument/didChange', {
        textDocument: { uri: URI, version },
        contentChanges: [{ range: { start: { line, character: start }, end: { line, character: end } }, text }],
      }),
    pull: (previousResultId?: string, uri = URI): Promise<DocumentDiagnosticReport> =>
      client.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId }),
    pushed: () =>
      new Promise<PublishDiagnosticsParams>((resolve) => {
        const listening = client.onNotification('textDocument/publishDiagnostics', (params) => {
          listening.dispose();
          resolve(params);
        });
      }),
    end: () => {
      client.dispose();
      server.dispose();
    },
  };
}

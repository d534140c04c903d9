/** The extension where VS Code runs in a browser: the server runs in a worker. */
import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './extension.ts';

export function activate(context: ExtensionContext): Promise<void> {
  const assets = `${Uri.joinPath(context.extensionUri, 'dist').toString(true)}/`;
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const start = async () => {
    worker?.terminate();
    worker = new Worker(`${assets}web-server.js`, { name: 'jxmb server' });
    worker.postMessage(assets);
    // What VS Code's Worker makes is none of its instances: the client would not know what to do with it.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateWith(context, {
    createClient: (options) => new LanguageClient('jxmb', 'jxmb', start, options),
    reaches: () => false,
  });
}

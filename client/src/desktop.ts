/** The extension where VS Code can start processes: the server runs in one of its own. */
import * as path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './extension.ts';

export function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(path.join('dist', 'server.js'));
  return activateWith(context, {
    createClient: (options) => {
      // Where what is compiled of the server is kept: in a place of the user's own.
      const env = { NODE_COMPILE_CACHE: path.join(context.globalStorageUri.fsPath, 'compiled') };
      const debug = { env, execArgv: ['--nolazy', '--inspect=6009'] };
      const server = {
        run: { module, transport: TransportKind.ipc, options: { env } },
        debug: { module, transport: TransportKind.ipc, options: debug },
      };
      return new LanguageClient('jxmb', 'jxmb', server, options);
    },
    reaches: ({ scheme }) => scheme === 'file',
  });
}

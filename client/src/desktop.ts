/** The extension where VS Code can start processes: the server runs in one of its own. */
import * as path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './extension.ts';

export function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(path.join('dist', 'server.js'));
  return activateWith(context, {
    createClient: (options) => {
      const debug = { execArgv: ['--nolazy', '--inspect=6009'] };
      const server = {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options: debug },
      };
      return new LanguageClient('jxmb', 'jxmb', server, options);
    },
    reaches: ({ scheme }) => scheme === 'file',
  });
}

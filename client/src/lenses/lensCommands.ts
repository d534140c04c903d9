import { commands, type Disposable, Range, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, Location, Middleware, Position } from 'vscode-languageclient';
import { COMPARE_COMMAND, SHOW_FINDING_COMMAND } from '../../../server/src/workspace/ourClient.ts';

/** The scheme of single rows of tables, as they are compared: read-only, and no tables of their own. */
export const ROW_SCHEME = 'jxmb-row';

/** The server is not told of rows that are compared: they would be checked as whole tables. */
export const rowMiddleware: Middleware = {
  didOpen: async (document, next) => {
    if (document.uri.scheme !== ROW_SCHEME) await next(document);
  },
  didClose: async (document, next) => {
    if (document.uri.scheme !== ROW_SCHEME) await next(document);
  },
};

/** The commands of what stands above units and projects. */
export function registerLensCommands(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand(SHOW_FINDING_COMMAND, async (uri: string, position: Position) => {
      const at = client.protocol2CodeConverter.asPosition(position);
      await window.showTextDocument(Uri.parse(uri), { selection: new Range(at, at) });
      await commands.executeCommand('editor.action.marker.next');
    }),
    commands.registerCommand(COMPARE_COMMAND, async (before: Location, after: Location, title: string) => {
      await commands.executeCommand('vscode.diff', rowUri(before), rowUri(after), title);
    }),
    workspace.registerTextDocumentContentProvider(ROW_SCHEME, {
      async provideTextDocumentContent({ query }) {
        const { uri, range } = JSON.parse(query) as Location;
        const document = await workspace.openTextDocument(Uri.parse(uri));
        return `${document.getText(client.protocol2CodeConverter.asRange(range))}\n`;
      },
    }),
  ];
}

/** An address that ends like the table's file, so that it is coloured alike. */
function rowUri(location: Location): Uri {
  return Uri.from({ scheme: ROW_SCHEME, path: Uri.parse(location.uri).path, query: JSON.stringify(location) });
}

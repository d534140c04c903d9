import { commands, EventEmitter, type ExtensionContext, type Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { CHANGED, type InitializationOptions } from '../../server/src/protocol.ts';
import { registerImports } from './exchange/register.ts';
import { mirrorFiles } from './files/mirror.ts';
import { findProject } from './find/findProject.ts';
import { registerLensCommands, rowMiddleware } from './lenses/lensCommands.ts';
import { registerPreviews } from './preview/register.ts';
import { registerProfilePages } from './profiles/profilePages.ts';
import { registerFixAll } from './rules/fixAll.ts';
import { registerRulePages } from './rules/rulePages.ts';
import { registerSelectReason } from './rules/selectReason.ts';
import { registerStatus } from './status/tableStatus.ts';

/** What an entry knows of its surroundings. */
export interface Surroundings {
  /** The server's client; how the server is started is the entry's. */
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  /** Whether the server reads files itself that are where this one is. */
  reaches(uri: Uri): boolean;
}

/** What the extension does wherever it runs. */
export async function activateWith(context: ExtensionContext, { createClient, reaches }: Surroundings): Promise<void> {
  const initializationOptions: InitializationOptions = { vscode: true, mirrors: true };
  const client = createClient({
    documentSelector: [{ language: 'jxmb' }],
    initializationOptions,
    middleware: rowMiddleware,
    diagnosticPullOptions: { onChange: true, onSave: false },
  });
  // The client tells of a notification once, however many want to hear it.
  const changed = new EventEmitter<void>();
  context.subscriptions.push(
    changed,
    mirrorFiles(client, reaches),
    client.onNotification(CHANGED, () => changed.fire()),
    { dispose: () => client.stop() },
    commands.registerCommand('jxmb.restartServer', async () => {
      await client.stop();
      await client.start();
    }),
    ...registerImports(client),
    registerFixAll(),
    commands.registerCommand('jxmb.findProject', (query?: unknown) =>
      findProject(client, typeof query === 'string' ? query : ''),
    ),
    registerProfilePages(client),
    ...registerRulePages(client),
    registerSelectReason(),
    ...registerLensCommands(client),
    ...registerStatus(client, changed.event),
    ...registerPreviews({ client, extension: context.extensionUri, changed: changed.event }),
  );
  await client.start();
}

/** What is found in all tables of the workspace, for clients that ask for it. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type {
  ClientCapabilities,
  PreviousResultId,
  SymbolInformation,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { department, FULL, office, unit } from './office.ts';

/** Keeps what a client was told of all tables. */
class Told {
  known = new Map<string, { readonly resultId: string; readonly rules: readonly string[] }>();

  take(reports: readonly WorkspaceDocumentDiagnosticReport[]) {
    for (const report of reports) {
      assert.equal(report.kind, 'full');
      if (report.kind !== 'full') continue;
      if (report.resultId === undefined) this.known.delete(report.uri);
      else {
        const rules = report.items.map(({ code }) => String(code));
        this.known.set(report.uri, { resultId: report.resultId, rules });
      }
    }
  }

  get previous(): PreviousResultId[] {
    return [...this.known].map(([uri, { resultId }]) => ({ uri, value: resultId }));
  }

  /** The rules that find something, by the names of the files. */
  get shown(): Record<string, readonly string[]> {
    const name = (uri: string) => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
    return Object.fromEntries([...this.known].map(([uri, { rules }]) => [name(uri), rules]).sort());
  }
}

test('all tables of the workspace are checked; later only what changed is told, once something has', async () => {
  const whole = `${department('10.00')}引用: 科协.jxmb\n`;
  const { client, write, tell, configure, folder, end } = await office(
    FULL,
    {
      '局.jxmb': whole,
      '科协.jxmb': unit('科协', '9.00'),
      '别处.jxmb': unit('别处', '1.00'),
      'node_modules/a.jxmb': '总汁: 1',
      '.git/b.jxmb': '总汁: 1',
    },
    { settings: { workspaceDiagnostics: true, rules: { 'missing-indicators': 'off' } } },
  );
  const told = new Told();
  const ask = (): Promise<WorkspaceDiagnosticReport> =>
    client.sendRequest('workspace/diagnostic', { previousResultIds: told.previous });
  told.take((await ask()).items);
  assert.deepEqual(told.shown, { '别处.jxmb': [], '局.jxmb': ['sum-mismatch', 'sum-mismatch'], '科协.jxmb': [] });

  // Held open until the unit's file is mended: both tables are other than before, the third is not told again.
  let asked = ask();
  write('科协.jxmb', unit('科协', '10.00'));
  await tell(['科协.jxmb', 2]);
  let { items } = await asked;
  assert.equal(items.length, 2);
  told.take(items);
  assert.deepEqual(told.shown, { '别处.jxmb': [], '局.jxmb': [], '科协.jxmb': [] });

  asked = ask();
  rmSync(path.join(folder, '别处.jxmb'));
  await tell(['别处.jxmb', 3]);
  ({ items } = await asked);
  assert.deepEqual(
    items.map((report) => report.kind === 'full' && report.items),
    [[]],
  );
  told.take(items);
  assert.deepEqual(Object.keys(told.shown), ['局.jxmb', '科协.jxmb']);

  asked = ask();
  await configure({ workspaceDiagnostics: true });
  told.take((await asked).items);
  assert.deepEqual(told.shown, { '局.jxmb': [], '科协.jxmb': ['missing-indicators'] });

  asked = ask();
  await configure({ workspaceDiagnostics: false });
  told.take((await asked).items);
  assert.deepEqual(told.shown, {});
  end();
});

test('checking many tables shows how far it has come, tells table by table, and can be cancelled', async () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.jxmb`, unit(`单位${i}`, '1.00')]));
  const { client, end } = await office(FULL, files, { settings: { workspaceDiagnostics: true } });
  const progress: string[] = [];
  const partial: WorkspaceDocumentDiagnosticReport[] = [];
  client.onRequest('window/workDoneProgress/create', () => null);
  client.onNotification('$/progress', ({ token, value }) => {
    if (token === 'partial') partial.push(...value.items);
    else progress.push(value.kind);
  });
  const params = { previousResultIds: [], partialResultToken: 'partial' };
  const { items } = await client.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', params);
  assert.deepEqual(items, []);
  assert.equal(partial.length, 30);
  assert.equal(progress[0], 'begin');
  assert.equal(progress.at(-1), 'end');

  const previousResultIds = partial.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
  const { CancellationTokenSource } = await import('vscode-jsonrpc');
  const source = new CancellationTokenSource();
  const held = client.sendRequest('workspace/diagnostic', { previousResultIds }, source.token);
  source.cancel();
  await assert.rejects(held, { code: -32800 });
  end();
});

test('checking all tables ends early where somebody has enough of it', async () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.jxmb`, unit(`单位${i}`, '1.00')]));
  const { client, end } = await office(FULL, files, { settings: { workspaceDiagnostics: true } });
  client.onRequest('window/workDoneProgress/create', () => null);
  client.onNotification('$/progress', ({ token, value }) => {
    if (value.kind === 'begin') client.sendNotification('window/workDoneProgress/cancel', { token });
  });
  const { items } = await client.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  });
  assert.ok(items.length < 300, `${items.length}`);
  end();
});

test('folders come and go, and their tables with them', async () => {
  const { client, uri, end } = await office(
    { workspace: { workspaceFolders: true } },
    { '甲区/表.jxmb': unit('甲区科协', '1.00'), '乙区/表.jxmb': unit('乙区科协', '1.00') },
    { folders: ['甲区'] },
  );
  const units = async () => {
    const symbols: SymbolInformation[] = await client.sendRequest('workspace/symbol', { query: '科协' });
    return symbols.map(({ name }) => name);
  };
  assert.deepEqual(await units(), ['甲区科协']);
  const [first, second] = ['甲区', '乙区'].map((name) => ({ name, uri: uri(name) }));
  await client.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [second], removed: [] } });
  assert.deepEqual((await units()).toSorted(), ['乙区科协', '甲区科协']);
  await client.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [first] } });
  assert.deepEqual(await units(), ['乙区科协']);
  end();
});

test('a client that counts on being told of all tables once it may ask for them is let ask where somebody wants that', async () => {
  const dynamic: ClientCapabilities = { ...FULL, textDocument: { diagnostic: { dynamicRegistration: true } } };
  const { client, capabilities, registrations, configure, end } = await office(dynamic, {}, {});
  assert.equal(capabilities.diagnosticProvider, undefined);
  const next = async (isWanted: (all: boolean) => boolean) => {
    for (;;) {
      const found = registrations.get('textDocument/diagnostic');
      if (found && isWanted(found.workspaceDiagnostics)) return found;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  };
  assert.equal((await next(() => true)).interFileDependencies, true);
  await configure({ workspaceDiagnostics: true });
  await next((all) => all);
  await configure({ workspaceDiagnostics: false });
  await next((all) => !all);
  await client.sendRequest('workspace/symbol', { query: '' });
  end();
});

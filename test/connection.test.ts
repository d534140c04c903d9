/** Client and server in one process over paired streams: what any client sees of the protocol. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { serve } from '../server/src/connection.ts';
import { nodeHost } from '../server/src/nodeHost.ts';

const URI = 'file:///table.jxmb';

const TABLE = `单位: 万元

项目名称: 科技金融专项
总计: 120.00
财政拨款: 100.00
其他资金: 10.00
`;

const MISMATCH = ['total-mismatch'];

const PULL: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** A client that is connected to a server of its own. */
async function connect(capabilities: ClientCapabilities, more: { locale?: string } = {}) {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  serve(server, { ...nodeHost, language: 'zh', defer: (task) => void setImmediate(task) });
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
    open: (text: string) =>
      client.sendNotification('textDocument/didOpen', {
        textDocument: { uri: URI, languageId: 'jxmb', version: 1, text },
      }),
    /** Replaces characters of one line. */
    change: (version: number, line: number, start: number, end: number, text: string) =>
      client.sendNotification('textDocument/didChange', {
        textDocument: { uri: URI, version },
        contentChanges: [{ range: { start: { line, character: start }, end: { line, character: end } }, text }],
      }),
    pull: (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
      client.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI }, previousResultId }),
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

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

function items(report: DocumentDiagnosticReport): readonly Diagnostic[] {
  assert.equal(report.kind, 'full');
  return report.kind === 'full' ? report.items : [];
}

test('a client that pulls is told of findings when it asks, and that nothing changed', async () => {
  const { open, pull, change, end } = await connect(PULL);
  await open(TABLE);
  const first = await pull();
  assert.deepEqual(codes(items(first)), MISMATCH);
  const again = await pull(first.resultId);
  assert.equal(again.kind, 'unchanged');
  await change(2, 5, 6, 7, '2');
  assert.deepEqual(items(await pull(first.resultId)), []);
  end();
});

test('a client that cannot pull is sent findings, and none when it closes the document', async () => {
  const { client, capabilities, open, change, pushed, end } = await connect({});
  assert.equal(capabilities.diagnosticProvider, undefined);
  let next = pushed();
  await open(TABLE);
  assert.deepEqual(codes((await next).diagnostics), MISMATCH);

  next = pushed();
  await change(2, 5, 6, 7, '2');
  assert.deepEqual(await next, { uri: URI, version: 2, diagnostics: [] });

  next = pushed();
  await change(3, 5, 6, 7, '1');
  assert.equal((await next).diagnostics.length, 1);

  next = pushed();
  await client.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
  assert.deepEqual((await next).diagnostics, []);
  end();
});

test('of changes that come together only the last is answered', async () => {
  const { open, change, pushed, end } = await connect({});
  let next = pushed();
  await open(TABLE);
  await next;
  next = pushed();
  await Promise.all([change(2, 5, 6, 7, '3'), change(3, 5, 6, 7, '4'), change(4, 5, 6, 7, '2')]);
  assert.equal((await next).version, 4);
  end();
});

test('messages are in the language of the interface', async () => {
  for (const [locale, pattern] of [
    ['zh-cn', /^总计 120\.00 与资金来源之和 110\.00 不符/],
    ['en', /^总计 is 120\.00, but its sources add up to 110\.00/],
  ] as const) {
    const { open, pull, end } = await connect(PULL, { locale });
    await open(TABLE);
    assert.match(String(items(await pull())[0]?.message), pattern);
    end();
  }
});

test('fixes are bound to the version of the document they were made for', async () => {
  const { client, open, end } = await connect(PULL);
  await open(TABLE);
  const actions: CodeAction[] = await client.sendRequest('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start: { line: 3, character: 5 }, end: { line: 3, character: 5 } },
    context: { diagnostics: [] },
  });
  assert.deepEqual(
    actions.map(({ title, isPreferred }) => [title, isPreferred === true]),
    [
      ['把总计改为 110.00', true],
      ['把差额 10.00 填入财政专户拨款', false],
    ],
  );
  assert.deepEqual(actions[0]?.edit?.documentChanges, [
    {
      textDocument: { uri: URI, version: 1 },
      edits: [{ range: { start: { line: 3, character: 4 }, end: { line: 3, character: 10 } }, newText: '110.00' }],
    },
  ]);
  end();
});

test('a client that knows nothing of versions gets plain edits, and one that asks for other actions gets none', async () => {
  const { client, open, end } = await connect({});
  await open(TABLE);
  const ask = (only?: string[]): Promise<CodeAction[]> =>
    client.sendRequest('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line: 3, character: 5 }, end: { line: 3, character: 5 } },
      context: { diagnostics: [], only },
    });
  const [first] = await ask();
  assert.equal(first?.edit?.documentChanges, undefined);
  assert.deepEqual(Object.keys(first?.edit?.changes ?? {}), [URI]);
  assert.equal((await ask(['quickfix'])).length, 2);
  assert.equal((await ask([''])).length, 2);
  assert.deepEqual(await ask(['source.organizeImports']), []);
  assert.deepEqual(await ask(['quick']), []);
  end();
});

test('a document that is closed and opened again with other text is a new one', async () => {
  const { client, open, pull, end } = await connect(PULL);
  await open(TABLE);
  const { resultId } = await pull();
  await client.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
  await open(TABLE.replace('120.00', '110.00'));
  assert.deepEqual(items(await pull(resultId)), []);
  end();
});

test('the outline is a tree for clients that know trees, else a list', async () => {
  for (const [capabilities, expected] of [
    [{ textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } }, 'range'],
    [{}, 'location'],
  ] as const) {
    const { client, open, end } = await connect(capabilities);
    await open(TABLE);
    const symbols: object[] = await client.sendRequest('textDocument/documentSymbol', { textDocument: { uri: URI } });
    assert.ok(symbols.length > 0 && symbols.every((symbol) => expected in symbol));
    end();
  }
});

test('a document that is not open is answered with nothing', async () => {
  const { client, pull, end } = await connect(PULL);
  const textDocument = { uri: URI };
  const position = { line: 0, character: 0 };
  assert.deepEqual(await pull(), { kind: 'full', items: [] });
  assert.equal(await client.sendRequest('textDocument/hover', { textDocument, position }), null);
  assert.deepEqual(await client.sendRequest('textDocument/foldingRange', { textDocument }), []);
  end();
});

test('published text is made a document', async () => {
  const { client, end } = await connect({});
  const text =
    '单位:万元\n项目名称(资金使用单位)\t总计\t财政拨款\t绩效目标\t绩效指标\n科普活动\t20. 00\t20.00\t办好科普。\t\n';
  const { document, counts } = await client.sendRequest<{ document: string; counts: { projects: number } }>(
    'jxmb/importText',
    { text },
  );
  assert.equal(counts.projects, 1);
  assert.match(document, /^项目名称: 科普活动\n总计: 20\.00$/m);
  end();
});

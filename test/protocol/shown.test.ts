/** What an editor shows between and behind the lines, and when it is told to ask again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  ClientCapabilities,
  CodeLens,
  InlayHint,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver-protocol/node';
import {
  EVERYTHING,
  PREVIEW,
  PREVIEW_CLOSED,
  type PreviewParams,
  type ProfileChoice,
  type TableStatus,
} from '../../server/src/protocol.ts';
import { tokensIn } from '../features/shown.ts';
import { connect, URI } from './client.ts';

const TABLE = `单位: 万元

资金使用单位: 本级
总计: 30.00

项目名称: 甲
总计: 10.00

项目名称: 乙
总计: 20.00
`;

const textDocument = { uri: URI };
const everything = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

const REFRESHING: ClientCapabilities = {
  textDocument: { diagnostic: {}, inlayHint: {} },
  workspace: {
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};

type Client = Awaited<ReturnType<typeof connect>>;

/** Counts what the server asks of the client. */
function counted(client: Client['client'], ...methods: string[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(methods.map((method) => [method, 0]));
  for (const method of methods) {
    client.onRequest(method, () => {
      counts[method] = (counts[method] ?? 0) + 1;
      return null;
    });
  }
  return counts;
}

/** What the server has said by the time it has answered and its deferred work is done. */
async function settled({ client }: Client): Promise<void> {
  for (let i = 0; i < 3; i++) await client.sendRequest('jxmb/rules');
}

test('tokens: all of them, then what changed, and those of a range', async () => {
  const { client, capabilities, open, change, end } = await connect({});
  assert.deepEqual(capabilities.semanticTokensProvider?.full, { delta: true });
  await open(TABLE);
  const full = await client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  assert.ok(tokensIn(TABLE, full.data).includes('总计:variable 30.00:number.mismatch') === false);
  await change(2, 9, 4, 9, '25.00');
  const delta = await client.sendRequest<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
    textDocument,
    previousResultId: full.resultId,
  });
  const data = [...full.data];
  for (const { start, deleteCount, data: added = [] } of delta.edits.toReversed()) {
    data.splice(start, deleteCount, ...added);
  }
  const changed = TABLE.replace('20.00', '25.00');
  const again = await client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  assert.deepEqual(data, again.data);
  assert.ok(tokensIn(changed, data).includes('总计:variable 30.00:number.mismatch'));
  const range = { start: { line: 8, character: 0 }, end: { line: 9, character: 0 } };
  const some = await client.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', { textDocument, range });
  assert.deepEqual(tokensIn(changed, some.data), [
    '项目名称:keyword 乙:struct.declaration',
    '总计:variable 25.00:number',
  ]);
  end();
});

test('hints and lenses, without commands of ours for others', async () => {
  const { client, open, end } = await connect({ textDocument: { inlayHint: {} } });
  await open(TABLE);
  const hints = await client.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument, range: everything });
  assert.deepEqual(
    hints.map(({ label, position }) => [position.line, label]),
    [
      [6, '占本单位 33.3%'],
      [9, '占本单位 66.7%'],
    ],
  );
  const lenses = await client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
  assert.equal(lenses[0]?.command?.title, '2 个项目 · 相加 30.00 万元');
  assert.ok(lenses.every(({ command }) => command?.command === ''));
  end();
});

test('a client is told to ask again once sums have changed, once for a burst of edits', async () => {
  const connected = await connect(REFRESHING);
  const { client, open, change, end } = connected;
  const counts = counted(client, 'workspace/inlayHint/refresh', 'workspace/codeLens/refresh');
  const both = (count: number) =>
    assert.deepEqual(counts, { 'workspace/inlayHint/refresh': count, 'workspace/codeLens/refresh': count });
  await open(TABLE);
  await settled(connected);
  both(0);
  // a name is no sum
  await change(2, 8, 6, 7, '丙');
  await settled(connected);
  both(0);
  await Promise.all([change(3, 9, 4, 9, '21'), change(4, 9, 4, 6, '22'), change(5, 9, 4, 6, '23')]);
  await settled(connected);
  both(1);
  await change(6, 9, 4, 6, '23.00');
  await settled(connected);
  both(1);
  end();
});

test('a client that does not know of asking again is not asked to', async () => {
  const connected = await connect({ textDocument: { inlayHint: {} } });
  const { client, open, change, end } = connected;
  const counts = counted(client, 'workspace/inlayHint/refresh', 'workspace/codeLens/refresh');
  await open(TABLE);
  await change(2, 9, 4, 9, '21');
  await settled(connected);
  assert.deepEqual(Object.values(counts), [0, 0]);
  end();
});

test('settings are followed: everything is asked for again', async () => {
  const connected = await connect(REFRESHING);
  const { client, open, end } = connected;
  await open(TABLE);
  await settled(connected);
  const asked = new Promise<void>((resolve) => {
    client.onRequest('workspace/inlayHint/refresh', () => {
      resolve();
      return null;
    });
  });
  const lenses = counted(client, 'workspace/codeLens/refresh', 'workspace/semanticTokens/refresh');
  const settings = { jxmb: { inlayHints: { shares: false }, codeLens: { enabled: false } } };
  await client.sendNotification('workspace/didChangeConfiguration', { settings });
  await asked;
  await settled(connected);
  assert.deepEqual(Object.values(lenses), [1, 1]);
  assert.deepEqual(await client.sendRequest('textDocument/inlayHint', { textDocument, range: everything }), []);
  assert.deepEqual(await client.sendRequest('textDocument/codeLens', { textDocument }), []);
  end();
});

test('the table of last year is compared with, and lenses are asked for again when it comes', async () => {
  const connected = await connect(REFRESHING, { initializationOptions: { vscode: true } });
  const { client, open, end } = connected;
  const counts = counted(client, 'workspace/codeLens/refresh', 'workspace/inlayHint/refresh');
  const head = (year: number) => `部门名称: 科技局\n年度: ${year}\n`;
  await open(head(2025) + TABLE);
  await open(head(2024) + TABLE.replace('20.00', '15.00'), 'file:///2024.jxmb');
  await settled(connected);
  assert.equal(counts['workspace/codeLens/refresh'], 1);
  const lenses = await client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
  assert.deepEqual(
    lenses.flatMap(({ command }) => (command?.command === 'jxmb.compare' ? command.title : [])),
    ['与 2024 年对比(金额不变)', '与 2024 年对比(+5.00)'],
  );
  end();
});

test('our client is told when a table is there, and of edits while pages show tables', async () => {
  const connected = await connect({}, { initializationOptions: { vscode: true } });
  const { client, open, change, end } = connected;
  let told = 0;
  client.onNotification('jxmb/changed', () => {
    told++;
  });
  await open(TABLE);
  await settled(connected);
  assert.equal(told, 1);
  await Promise.all([change(2, 8, 6, 7, '丙'), change(3, 8, 6, 7, '丁'), change(4, 8, 6, 7, '戊')]);
  await settled(connected);
  assert.equal(told, 1, 'what it edits it knows');
  const shown = { known: 0, view: 'list', query: EVERYTHING, shown: { from: 0, to: 10 } } as const;
  await client.sendRequest(PREVIEW, { textDocument, page: '1', ...shown } satisfies PreviewParams);
  await Promise.all([change(5, 8, 6, 7, '丙'), change(6, 8, 6, 7, '丁'), change(7, 8, 6, 7, '戊')]);
  await settled(connected);
  assert.equal(told, 2);
  await client.sendNotification(PREVIEW_CLOSED, { page: '1' });
  await change(8, 8, 6, 7, '己');
  await settled(connected);
  assert.equal(told, 2);
  end();
});

test('our client asks for the status and the profiles of a table', async () => {
  const { client, open, end } = await connect({}, { initializationOptions: { vscode: true } });
  await open(TABLE);
  const status = await client.sendRequest<TableStatus>('jxmb/status', { textDocument });
  assert.deepEqual([status.moneyUnit, status.projects, status.total], ['万元', 2, '30.00']);
  const choices = await client.sendRequest<ProfileChoice[]>('jxmb/profiles', { textDocument });
  assert.deepEqual(
    choices.map(({ id, current, edits }) => [id, current, edits.length]),
    [
      ['guangzhou', true, 0],
      ['central-2021', false, 1],
    ],
  );
  assert.equal(await client.sendRequest('jxmb/status', { textDocument: { uri: 'file:///closed.jxmb' } }), null);
  end();
});

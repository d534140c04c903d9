/** A client that makes mistakes, and one that goes: the server, in a process of its own, goes on or ends as it should. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BareClient, framed } from './process.ts';

/** Where something does not come, the test says so instead of waiting for ever. */
const limits = { timeout: 60_000 };

describe('a client that makes mistakes', limits, () => {
  let client: BareClient;
  const uri = 'file:///a.jxmb';
  const textDocument = { uri };
  before(async () => {
    client = await BareClient.start();
    client.open(uri, '项目名称: 甲\n总计: 2.00\n财政拨款: 1.00\n');
    await client.published(uri, ({ diagnostics }) => diagnostics.some(({ code }) => code === 'total-mismatch'));
  });
  after(async () => assert.equal(await client.end(), 0));

  /** It still knows the table and answers. */
  const isWell = async () => {
    const position = { line: 1, character: 5 };
    assert.ok(await client.request('textDocument/hover', { textDocument, position }));
  };

  test('gets an error for a request that cannot be read or is not known', async () => {
    const position = { line: 0, character: 0 };
    for (const [method, params] of [
      ['textDocument/hover', {}],
      ['textDocument/hover', { textDocument }],
      ['textDocument/hover', [textDocument, position]],
      ['textDocument/completion', { position }],
      ['textDocument/codeAction', { textDocument }],
      ['textDocument/rename', { textDocument, position: { line: 0, character: 7 } }],
      ['textDocument/selectionRange', { textDocument }],
      ['textDocument/inlayHint', { textDocument }],
      ['workspace/symbol', {}],
    ] as const) {
      await assert.rejects(client.request(method, params), /./, method);
    }
    await assert.rejects(client.request('textDocument/noSuchThing', { textDocument }), { code: -32601 });
    await isWell();
  });

  test('is not heeded where a notification cannot be read or is not known', async () => {
    client.notify('textDocument/didChange', { textDocument: { uri, version: 2 } });
    client.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///not-open.jxmb', version: 2 },
      contentChanges: [],
    });
    client.notify('textDocument/didOpen', {});
    client.notify('textDocument/didClose', { textDocument: { uri: 'file:///not-open.jxmb' } });
    client.notify('workspace/didChangeConfiguration', {});
    client.notify('workspace/didChangeConfiguration', { settings: 5 });
    client.notify('workspace/didChangeWatchedFiles', {});
    client.notify('noSuch/thing', {});
    client.notify('$/noSuchThing', {});
    client.write('Content-Length: 4\r\n\r\n{"a"');
    await isWell();
    assert.deepEqual(new Set(client.told.map(({ method }) => method)), new Set(['window/logMessage']));
  });

  test('gets nothing of a document that is not open, and what there is at places that are not there', async () => {
    const other = { uri: 'file:///not-open.jxmb' };
    const position = { line: 1_000_000, character: 1_000_000 };
    assert.equal(await client.request('textDocument/hover', { textDocument: other, position }), null);
    assert.deepEqual(await client.request('textDocument/codeLens', { textDocument: other }), []);
    assert.equal(await client.request('textDocument/prepareRename', { textDocument: other, position }), null);
    assert.equal(await client.request('textDocument/hover', { textDocument, position }), null);
    assert.deepEqual(await client.request('textDocument/documentHighlight', { textDocument, position }), []);
    await isWell();
  });

  test('is told that a request is cancelled where it changes its mind', async () => {
    const { id, message, answered } = client.newRequest('textDocument/formatting', {
      textDocument,
      options: { tabSize: 2, insertSpaces: true },
    });
    client.write(message + framed({ method: '$/cancelRequest', params: { id } }));
    assert.equal((await answered).error?.code, -32800);
    await isWell();
  });
});

describe('the end', limits, () => {
  test('comes with the exit that a shutdown announced', async () => {
    const client = await BareClient.start();
    assert.equal(await client.end(), 0);
  });

  test('is a failure where nothing announced it', async () => {
    const client = await BareClient.start();
    client.notify('exit');
    assert.equal(await client.ended, 1);
  });

  test('comes when the client closes its pipe', async () => {
    const client = await BareClient.start();
    client.process.stdin.end();
    assert.equal(await client.ended, 1);
  });

  test('comes when the client’s process is no more, though its pipe is still open', async () => {
    const editor = await BareClient.start();
    const client = new BareClient();
    await client.initialize({ processId: editor.process.pid as number });
    await editor.end();
    assert.equal(await client.ended, 1);
  });
});

/** Definitions, uses, renaming and symbols as a client gets them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ClientCapabilities,
  type DocumentHighlight,
  type DocumentLink,
  type Location,
  type LocationLink,
  type Position,
  ResponseError,
  type SelectionRange,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import type { FoundSymbols } from '../../server/src/protocol.ts';
import { connect, URI } from './client.ts';

const TABLE = `资金使用单位: 科学馆
项目名称: 科普活动经费
总计: 10.00
财政拨款: 10.00
绩效指标:
  1、1-产出指标; 11-数量指标; 活动场次; 实施周期指标值:5场; 年度指标值:5场。
引用: 科协.jxmb
`;

const textDocument = { uri: URI };

/** The place of a text in the table. */
function at(text: string): Position {
  const lines = TABLE.split('\n');
  const line = lines.findIndex((one) => one.includes(text));
  return { line, character: (lines[line] as string).indexOf(text) };
}

const FULL: ClientCapabilities = {
  textDocument: { definition: { linkSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

test('a class leads to the page of the profile, which our own client can ask for', async () => {
  const { client, open, end } = await connect(FULL, { initializationOptions: { vscode: true } });
  await open(TABLE);
  const [link]: LocationLink[] = await client.sendRequest('textDocument/definition', {
    textDocument,
    position: at('11-数量'),
  });
  assert.equal(link?.targetUri, 'jxmb-profile:/guangzhou.json');
  const page = await client.sendRequest<string>('jxmb/profilePage', { id: 'guangzhou' });
  const { start, end: stop } = (link as LocationLink).targetSelectionRange;
  assert.equal(page.split('\n')[start.line]?.slice(start.character, stop.character), '"数量指标"');
  assert.equal(await client.sendRequest('jxmb/profilePage', { id: 'no-such-profile' }), null);
  end();
});

test('a bare client gets places instead of links, and none that it cannot open', async () => {
  const { client, open, end } = await connect({});
  await open(TABLE);
  const ask = (position: Position): Promise<Location[]> =>
    client.sendRequest('textDocument/definition', { textDocument, position });
  assert.deepEqual(await ask(at('11-数量')), []);
  assert.deepEqual(await ask(at('活动场次')), [{ uri: URI, range: { start: at('活动场次'), end: at('; 实施周期') } }]);
  end();
});

test('highlights, references, selection and links', async () => {
  const { client, open, end } = await connect(FULL);
  await open(TABLE);
  const ask = <R>(method: string, params: object): Promise<R> =>
    client.sendRequest(method, { textDocument, ...params });
  const highlights = await ask<DocumentHighlight[]>('textDocument/documentHighlight', { position: at('10.00') });
  assert.deepEqual(
    highlights.map(({ range, kind }) => [range.start.line, kind]),
    [
      [2, 3],
      [3, 2],
    ],
  );
  const references = await ask<Location[]>('textDocument/references', {
    position: at('科学馆'),
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    references.map(({ uri, range }) => [uri, range.start]),
    [[URI, at('科学馆')]],
  );
  const [selection] = await ask<SelectionRange[]>('textDocument/selectionRange', { positions: [at('5场')] });
  assert.deepEqual(selection?.range, { start: at('5场'), end: { ...at('5场'), character: at('5场').character + 1 } });
  const [link] = await ask<DocumentLink[]>('textDocument/documentLink', {});
  assert.equal(link?.target, 'file:///%E7%A7%91%E5%8D%8F.jxmb');
  end();
});

test('a rename is prepared, done in one entry a file, and refused in the language of the interface', async () => {
  for (const [capabilities, locale, reason] of [
    [FULL, 'zh-cn', /不能为空/],
    [{}, 'en', /cannot be empty/],
  ] as const) {
    const { client, open, end } = await connect(capabilities, { locale });
    await open(TABLE);
    const position = at('活动场次');
    assert.deepEqual(await client.sendRequest('textDocument/prepareRename', { textDocument, position }), {
      range: { start: at('活动场次'), end: at('; 实施周期') },
      placeholder: '活动场次',
    });
    assert.equal(await client.sendRequest('textDocument/prepareRename', { textDocument, position: at('总计') }), null);
    const rename = (newName: string): Promise<WorkspaceEdit> =>
      client.sendRequest('textDocument/rename', { textDocument, position, newName });
    const edits = [{ range: { start: at('活动场次'), end: at('; 实施周期') }, newText: '讲座场次' }];
    assert.deepEqual(
      await rename('讲座场次'),
      capabilities === FULL
        ? { documentChanges: [{ textDocument: { uri: URI, version: 1 }, edits }] }
        : { changes: { [URI]: edits } },
    );
    await assert.rejects(rename(' '), (error) => error instanceof ResponseError && reason.test(error.message));
    end();
  }
});

test('symbols of the workspace by Han and by pinyin', async () => {
  const { client, open, end } = await connect({});
  await open(TABLE);
  for (const query of ['科普', 'kphd']) {
    const found: SymbolInformation[] = await client.sendRequest('workspace/symbol', { query });
    assert.deepEqual(
      found.map(({ name, containerName, location }) => [name, containerName, location.range.start]),
      [['科普活动经费', '科学馆', at('科普')]],
    );
    const { symbols, more } = await client.sendRequest<FoundSymbols>('jxmb/symbols', { query });
    assert.deepEqual([symbols[0]?.name, symbols[0]?.total, more], ['科普活动经费', '10.00 万元', 0]);
  }
  end();
});

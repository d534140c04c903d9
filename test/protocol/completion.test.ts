/** Completion as clients of different abilities see it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities, CompletionItem, CompletionList } from 'vscode-languageserver-protocol/node';
import { connect, URI } from './client.ts';

const TABLE = `单位: 万元

项目名称: 科技培训
总计: 20
绩效目标: 全年办好培训。
绩效指标:
  1、1-产出指标; 11-数量指标; 培训班; 实施周期指标值:5期; 年度指标值:5期。
`;
/** Behind 培训, and behind 班. */
const [BEFORE, BEHIND] = ['  1、1-产出指标; 11-数量指标; 培训', '  1、1-产出指标; 11-数量指标; 培训班'].map(
  (start) => ({
    line: TABLE.split('\n').findIndex((line) => line.startsWith(start)),
    character: start.length,
  }),
) as [Position, Position];

interface Position {
  readonly line: number;
  readonly character: number;
}

const ABLE: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation'] },
      },
    },
  },
};

async function complete(capabilities: ClientCapabilities, position: Position) {
  const { client, capabilities: offered, open, end } = await connect(capabilities);
  await open(TABLE);
  const params = { textDocument: { uri: URI }, position };
  const list = await client.sendRequest<CompletionList>('textDocument/completion', params);
  const item = list.items.find(({ label }) => label === '培训班次');
  assert.ok(item && list.isIncomplete);
  return { client, offered, list, item, end };
}

test('a client that can resolve is sent the documentation when it looks at an item', async () => {
  const { client, offered, item, end } = await complete(ABLE, BEHIND);
  assert.equal(offered.completionProvider?.resolveProvider, true);
  assert.equal(item.documentation, undefined);
  const resolved = await client.sendRequest<CompletionItem>('completionItem/resolve', item);
  assert.match(JSON.stringify(resolved.documentation), /培训班期数/);
  end();
});

test('a client that knows how is told once what all items have in common', async () => {
  const completion = {
    ...ABLE.textDocument?.completion,
    completionList: { itemDefaults: ['editRange', 'insertTextFormat', 'data'], applyKindSupport: true },
  };
  const { client, list, item, end } = await complete({ textDocument: { completion } }, BEHIND);
  const { line, character } = BEHIND;
  assert.deepEqual(list.itemDefaults?.editRange, { start: { line, character: character - 3 }, end: BEHIND });
  assert.equal(item.textEdit, undefined);
  const data = { ...list.itemDefaults?.data, ...item.data };
  const resolved = await client.sendRequest<CompletionItem>('completionItem/resolve', { ...item, data });
  assert.match(JSON.stringify(resolved.documentation), /培训班期数/);
  end();
});

test('a client that can choose is told what to insert at and what to replace', async () => {
  const { item, end } = await complete(ABLE, BEFORE);
  const { line, character } = BEFORE;
  const start = { line, character: character - 2 };
  assert.ok(item.textEdit && 'insert' in item.textEdit);
  assert.deepEqual(item.textEdit.insert, { start, end: BEFORE });
  assert.deepEqual(item.textEdit.replace, { start, end: BEHIND });
  end();
});

test('a bare client gets plain text with its documentation', async () => {
  const { offered, item, end } = await complete({}, BEFORE);
  assert.equal(offered.completionProvider?.resolveProvider, false);
  assert.match(JSON.stringify(item.documentation), /培训班期数/);
  assert.ok(item.textEdit && 'range' in item.textEdit);
  assert.deepEqual(item.textEdit.range.end, BEFORE);
  assert.doesNotMatch(item.textEdit.newText, /\$/);
  assert.equal(item.command, undefined);
  end();
});

test('digits, the marks of a field and the signs that compare ask for completions', async () => {
  const { offered, end } = await complete({}, BEFORE);
  const triggers = offered.completionProvider?.triggerCharacters ?? [];
  for (const mark of '09;；:：、=<>＝＜＞《》') assert.ok(triggers.includes(mark), mark);
  end();
});

test('what stands far away in a large table is offered once the server had time to read it', async () => {
  const { client, open, end } = await connect(ABLE);
  const project = (name: string) => TABLE.slice(TABLE.indexOf('项目名称')).replace('培训班', name);
  await open(TABLE + project('培训班').repeat(300) + project('培训只此一处'));
  const textDocument = { uri: URI };
  const isOffered = async () => {
    const list = await client.sendRequest<CompletionList>('textDocument/completion', {
      textDocument,
      position: BEFORE,
    });
    return list.items.some(({ label }) => label === '培训只此一处');
  };
  assert.equal(await isOffered(), false);
  for (let i = 0; i < 90; i++) await client.sendRequest('jxmb/status', { textDocument });
  assert.equal(await isOffered(), true);
  end();
});

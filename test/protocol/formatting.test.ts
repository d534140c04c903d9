import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, TextEdit } from 'vscode-languageserver-protocol/node';
import { withEdits } from '../features/formatted.ts';
import { openTable } from '../tables.ts';
import { connect, URI } from './client.ts';

const MESSY = '项目名称：科普活动经费  \n总计: 1234.5\n绩效指标：1、11；讲座场次；20场\n';
const options = { tabSize: 2, insertSpaces: true };

function after(text: string, edits: readonly TextEdit[]): string {
  return withEdits(openTable(text), edits);
}

test('a client that can do nothing else gets its document formatted, and then nothing more', async () => {
  const { client, capabilities, open, end } = await connect({});
  assert.equal(capabilities.documentFormattingProvider, true);
  assert.equal(capabilities.documentRangeFormattingProvider, true);
  assert.deepEqual(capabilities.documentOnTypeFormattingProvider, { firstTriggerCharacter: '\n' });
  await open(MESSY);
  const ask = (): Promise<TextEdit[]> =>
    client.sendRequest('textDocument/formatting', { textDocument: { uri: URI }, options });
  const formatted =
    '项目名称: 科普活动经费\n总计: 1,234.50\n绩效指标:\n  1、1-产出指标; 11-数量指标; 讲座场次; 实施周期指标值:20场; 年度指标值:20场。\n';
  const edits = await ask();
  assert.equal(after(MESSY, edits), formatted);
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [{ text: formatted }],
  });
  assert.deepEqual(await ask(), []);
  end();
});

test('the punctuation is that of the settings', async () => {
  const { client, open, end } = await connect(
    {},
    { initializationOptions: { settings: { format: { punctuation: 'full', alignAmounts: true } } } },
  );
  await open('项目名称: 甲\n总计: 12\n财政拨款: 2\n');
  const edits: TextEdit[] = await client.sendRequest('textDocument/formatting', {
    textDocument: { uri: URI },
    options,
  });
  assert.equal(after('项目名称: 甲\n总计: 12\n财政拨款: 2\n', edits), '项目名称：甲\n总计：   12.00\n财政拨款：2.00\n');
  end();
});

test('a range and a line just begun', async () => {
  const { client, open, end } = await connect({});
  const text = '项目名称:甲\n总计:1\n绩效指标:\n    1、甲\n';
  await open(text);
  const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 2 } };
  const ranged: TextEdit[] = await client.sendRequest('textDocument/rangeFormatting', {
    textDocument: { uri: URI },
    range,
    options,
  });
  assert.equal(after(text, ranged), text.replace('总计:1', '总计: 1.00'));
  const typed: TextEdit[] = await client.sendRequest('textDocument/onTypeFormatting', {
    textDocument: { uri: URI },
    position: { line: 4, character: 0 },
    ch: '\n',
    options,
  });
  assert.equal(after(text, typed), `${text}    `);
  end();
});

test('several ranges at once, for a client that can ask for them', async () => {
  const { client, capabilities, open, end } = await connect({
    textDocument: { rangeFormatting: { rangesSupport: true } },
  });
  assert.deepEqual(capabilities.documentRangeFormattingProvider, { rangesSupport: true });
  const text = '项目名称:甲\n总计:1\n财政拨款:1\n\n项目名称:乙\n总计:2\n';
  await open(text);
  const line = (at: number) => ({ start: { line: at, character: 0 }, end: { line: at, character: 1 } });
  const edits: TextEdit[] = await client.sendRequest('textDocument/rangesFormatting', {
    textDocument: { uri: URI },
    ranges: [line(1), line(5)],
    options,
  });
  assert.equal(after(text, edits), text.replace('总计:1', '总计: 1.00').replace('总计:2', '总计: 2.00'));
  end();
});

test('numbering anew is offered where it is asked for, and not to who asks for fixes only', async () => {
  const { client, open, end } = await connect({});
  const text = '项目名称: 甲\n绩效指标:\n  2、11-数量指标; 乙; 5个\n  7、11-数量指标; 丙; 5个\n';
  await open(text);
  const ask = async (only?: string[]) => {
    const actions: CodeAction[] = await client.sendRequest('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], ...(only && { only }) },
    });
    return actions.filter(({ kind }) => kind === 'refactor.rewrite.renumber');
  };
  assert.equal((await ask()).length, 1);
  assert.equal((await ask(['quickfix'])).length, 0);
  const [action] = await ask(['refactor']);
  assert.equal(action?.title, '给指标重新编号');
  const edits = action.edit?.changes?.[URI] ?? [];
  assert.equal(after(text, edits), text.replace('2、', '1、').replace('7、', '2、'));
  end();
});

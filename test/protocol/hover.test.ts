/** How a hover is written, by what the client can show. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover, MarkupKind } from 'vscode-languageserver-protocol/node';
import { connect, URI } from './client.ts';

const TABLE = `单位: 万元
项目名称: 甲*乙*
总计: 120.00
财政拨款: 100.00
其他资金: 20.00
`;

/** The hover at a place of the table, for a client that shows text of some formats, the one it likes best first. */
async function hoverFor(contentFormat: MarkupKind[] | undefined, line: number): Promise<Hover['contents'] | undefined> {
  const textDocument = contentFormat ? { hover: { contentFormat } } : {};
  const { client, open, end } = await connect({ textDocument }, { initializationOptions: { vscode: true } });
  await open(TABLE);
  const position = { line, character: 6 };
  const hover: Hover | null = await client.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position });
  end();
  return hover?.contents;
}

const PLAIN = {
  kind: 'plaintext',
  value: `总计 120.00 万元 = 1,200,000.00 元

各资金来源之和 120.00,一致

资金来源  万元  占比
财政拨款  100.00  83.33%
其他资金  20.00  16.67%

占全表总计的 100.00%`,
};

test('a client that shows Markdown gets Markdown', async () => {
  const contents = await hoverFor(['markdown', 'plaintext'], 2);
  assert.ok(contents && typeof contents === 'object' && 'kind' in contents);
  assert.equal(contents.kind, 'markdown');
  assert.match(
    contents.value,
    /^\*\*总计 120\.00 万元\*\* = .+\n\n.+\n\n\| 资金来源 \| 万元 \| 占比 \|\n\| :-- \| --: \| --: \|\n/,
  );
});

test('a client that shows plain text, or likes it better, or says nothing of it, gets plain text', async () => {
  assert.deepEqual(await hoverFor(['plaintext'], 2), PLAIN);
  assert.deepEqual(await hoverFor(['plaintext', 'markdown'], 2), PLAIN);
  assert.deepEqual(await hoverFor(undefined, 2), PLAIN);
});

test('what stands in the table is plain text as it stands', async () => {
  const contents = await hoverFor(['plaintext'], 1);
  assert.ok(contents && typeof contents === 'object' && 'kind' in contents);
  assert.match(contents.value, /^甲\*乙\*\n/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from '../../bench/generate.ts';
import { STANDALONE_PAGE, STATUS, type StandalonePageParams } from '../../server/src/protocol.ts';
import { connect, URI } from './client.ts';

const textDocument = { uri: URI };
const asked: StandalonePageParams = { textDocument, view: 'list', paper: 'A4' };
const LARGE = generate({ projects: 1_000 });

test('a page of the table as it is in the editor; none of a table that is not open', async () => {
  const { client, open, change, end } = await connect({});
  await open('项目名称: 甲\n总计: 5\n');
  await change(2, 0, 6, 7, '乙');
  const page: string = await client.sendRequest(STANDALONE_PAGE, asked);
  assert.match(page, /^<!doctype html>[\s\S]*size: A4 landscape[\s\S]*乙[\s\S]*5\.00[\s\S]*<\/html>\n$/);
  const none = { ...asked, textDocument: { uri: 'file:///other.jxmb' } };
  assert.equal(await client.sendRequest(STANDALONE_PAGE, none), null);
  end();
});

test('while a large page is made, others are answered', async () => {
  const { client, open, end } = await connect({});
  await open(LARGE);
  const answered: string[] = [];
  const ask = (what: string, params: object) =>
    client.sendRequest<unknown>(what, params).then((answer) => {
      answered.push(what);
      return answer;
    });
  const page = ask(STANDALONE_PAGE, asked);
  await ask(STATUS, { textDocument });
  assert.equal(String(await page).match(/<tbody class="project/g)?.length, 1_000);
  assert.deepEqual(answered, [STATUS, STANDALONE_PAGE]);
  end();
});

test('a page that an edit overtakes is not given', async () => {
  const { client, open, change, end } = await connect({});
  await open(LARGE);
  const page = client.sendRequest(STANDALONE_PAGE, asked);
  // Once this is answered, the page is being made.
  await client.sendRequest(STATUS, { textDocument });
  await change(2, 0, 0, 0, '新');
  await assert.rejects(page, /the document has changed/);
  end();
});

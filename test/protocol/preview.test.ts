import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EVERYTHING,
  PREVIEW,
  PREVIEW_CLOSED,
  PREVIEW_PLACE,
  type PreviewParams,
  type PreviewPlaceParams,
} from '../../server/src/protocol.ts';
import { connect, URI } from './client.ts';

const asked: PreviewParams = {
  textDocument: { uri: URI },
  page: '1',
  known: 0,
  view: 'list',
  query: EVERYTHING,
  shown: { from: 0, to: 10 },
};
const place: PreviewPlaceParams = { page: '1', row: 1, start: 0, end: 1 };

test('a page that is closed before it is answered is forgotten', async () => {
  const { client, open, end } = await connect({});
  await open('项目名称: 甲\n总计: 5\n');
  await client.sendRequest(PREVIEW, asked);
  assert.ok(await client.sendRequest(PREVIEW_PLACE, place));
  const late = client.sendRequest(PREVIEW, asked);
  await client.sendNotification(PREVIEW_CLOSED, { page: '1' });
  assert.equal(await late, null);
  assert.equal(await client.sendRequest(PREVIEW_PLACE, place), null);
  end();
});

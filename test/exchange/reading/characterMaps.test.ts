import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NodeConverters } from '../../../server/src/nodeConverters.ts';
import { pdfWithoutFont } from './pdfWithoutFont.ts';

test('a PDF whose font is not in it is read by the tables of characters that come with the extension', async (t) => {
  const converters = new NodeConverters();
  t.after(() => converters.close());
  const title = '示范市科技局项目支出绩效目标表';
  const [grid] = await converters.read({ name: 'a.pdf', bytes: pdfWithoutFont(title) });
  assert.match(JSON.stringify(grid), new RegExp(title));
});

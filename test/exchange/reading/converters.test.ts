/** The worker that reads and writes files, from the sources as they are. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { ConversionError } from '../../../server/src/exchange/conversionError.ts';
import type { Grid } from '../../../server/src/exchange/grid.ts';
import { NodeConverters } from '../../../server/src/nodeConverters.ts';

const converters = new NodeConverters();
after(() => converters.close());

const list = { name: 'list.xlsx', bytes: fixture('list.xlsx') };
/** So much text keeps a worker busy until somebody ends it. */
const long = { name: 'long.csv', bytes: new TextEncoder().encode('甲,乙,丙,丁\n'.repeat(250_000)) };

test('a file is read, and the caller keeps its bytes', async () => {
  const grids = await converters.read(list);
  assert.deepEqual(
    grids.map(({ name }) => name),
    ['绩效目标', '旧稿'],
  );
  assert.ok(list.bytes.length > 0);
});

test('what is read comes back as a file that says the same', async () => {
  const cells = [{ column: 0, text: '=1+1', is: 'text' as const }];
  const sheet = { name: '表', above: [], columns: [{ width: 10 }], rows: [{ cells }], headRows: 0, frozenColumns: 0 };
  const bytes = await converters.write({ title: '表', paper: 'A3', sheets: [sheet] }, 'xlsx');
  assert.deepEqual(textsOf(await converters.read({ name: 'a.xlsx', bytes })), ['=1+1']);
});

test('files are read one after another, each to its own answer', async () => {
  const answers = await Promise.all(
    ['甲', '乙', '丙'].map((text) => converters.read({ name: 'a.csv', bytes: new TextEncoder().encode(`${text},1`) })),
  );
  assert.deepEqual(answers.map(textsOf), [
    ['甲', '1'],
    ['乙', '1'],
    ['丙', '1'],
  ]);
});

test('what cannot be read is said in both languages', async () => {
  await assert.rejects(converters.read({ name: 'a.xlsx', bytes: list.bytes.slice(0, 900) }), (error) => {
    assert.ok(error instanceof ConversionError);
    assert.match(error.texts.zh, /损坏/);
    assert.match(error.texts.en, /damaged/);
    return true;
  });
});

test('a reading that is cancelled ends at once, and the next file is read', async () => {
  const cancel = new AbortController();
  const reading = converters.read(long, cancel.signal);
  const next = converters.read(list);
  setImmediate(() => cancel.abort());
  await assert.rejects(reading, { name: 'AbortError' });
  assert.equal((await next).length, 2);
  await assert.rejects(converters.read(list, cancel.signal), { name: 'AbortError' });
});

test('a worker that takes too much memory or time ends in a message, and not the process', async () => {
  const small = new NodeConverters({ megabytes: 16 });
  await assert.rejects(small.read(long), (error) => error instanceof ConversionError && /内存/.test(error.texts.zh));
  await small.close();
  const hasty = new NodeConverters({ seconds: 0.001 });
  await assert.rejects(hasty.read(long), (error) => error instanceof ConversionError && /时间/.test(error.texts.zh));
  await hasty.close();
});

function fixture(name: string): Uint8Array {
  return readFileSync(path.join(import.meta.dirname, 'fixtures', name));
}

function textsOf(grids: readonly Grid[]): string[] {
  return grids.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
}

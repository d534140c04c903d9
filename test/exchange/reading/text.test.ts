/** Comma- and tab-separated text, Markdown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import Papa from 'papaparse';
import { fixture } from './hostile/samples.ts';
import { read, say } from './say.ts';

test('commas, quotation marks and line breaks in fields, in GB18030', async () => {
  assert.deepEqual(say(await read('list.csv', fixture('list.csv'))), [
    '1: 0 项目名称 | 1 总计 | 2 绩效目标',
    '2: 0 科普活动,第一期 | 1 58.73 | 2 1、举办讲座。⏎2、编印"资料"。',
    '4: 0 租赁 | 1 120.00 | 2 =1+1',
  ]);
});

test('tables of Markdown with the lines around them', async () => {
  assert.deepEqual(say(await read('list.md', fixture('list.md'))), [
    '^ 项目支出绩效目标表',
    '^ 单位: 万元',
    '5: 0 项目名称 | 1 总计 | 2 说明',
    '7: 0 科普活动 | 1 58.73 | 2 讲座⏎资料',
    '8: 0 甲|乙 | 1 120.00',
    '_ 注: 以上为初稿。',
  ]);
});

test('encodings with their marks', async () => {
  const text = '\ufeff甲\t乙\r\n1\t2';
  assert.deepEqual(say(await read('a.txt', text)), ['1: 0 甲 | 1 乙', '2: 0 1 | 1 2']);
  assert.deepEqual(say(await read('a.txt', new Uint8Array(Buffer.from(text, 'utf16le')))), [
    '1: 0 甲 | 1 乙',
    '2: 0 1 | 1 2',
  ]);
});

test('fields are parted by what parts them alike, whatever else the texts have', async () => {
  assert.deepEqual(say(await read('a.txt', '甲\t1,2\n乙\t3\n丙\t4,5,6\n')), [
    '1: 0 甲 | 1 1,2',
    '2: 0 乙 | 1 3',
    '3: 0 丙 | 1 4,5,6',
  ]);
  assert.deepEqual(say(await read('a.txt', '甲\t1;2\n乙\t3;4\t5\n')), ['1: 0 甲 | 1 1;2', '2: 0 乙 | 1 3;4 | 2 5']);
  assert.deepEqual(say(await read('a.csv', '项目;总计\n甲;1,5\n乙;2,5\n')), [
    '1: 0 项目 | 1 总计',
    '2: 0 甲 | 1 1,5',
    '3: 0 乙 | 1 2,5',
  ]);
});

test('a quotation mark without a counterpart swallows nothing', async () => {
  assert.deepEqual(say(await read('a.csv', '"甲,1\n乙,2\n"丙",3\n"丁"x,4\n')), [
    '1: 0 "甲 | 1 1',
    '2: 0 乙 | 1 2',
    '3: 0 丙 | 1 3',
    '4: 0 "丁"x | 1 4',
  ]);
});

test('what another program writes as CSV comes back', async () => {
  const field = fc.stringMatching(/^[甲a1",;\n\t|= ]{0,6}$/).map((text) => text.trim());
  const table = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (records, newline) => {
      const text = Papa.unparse([['甲', '乙', '丙'], ...records], { newline, quotes: true });
      const [grid] = await read('a.csv', text);
      const fields = grid?.rows.flatMap(({ number, cells }) => cells.map((cell) => [number, cell.column, cell.text]));
      const expected = [['甲', '乙', '丙'], ...records].flatMap((record, i) =>
        record.flatMap((said, column) => {
          const seen = said
            .replaceAll('\t', ' ')
            .split('\n')
            .map((line) => line.trimEnd())
            .join('\n')
            .trim();
          return seen === '' ? [] : [[i + 1, column, seen]];
        }),
      );
      assert.deepEqual(fields, expected);
    }),
  );
});

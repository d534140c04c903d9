/** Tables that others take in: their rows stand in the page, and where they are missing it says so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTable } from '../tables.ts';
import { readPage, textsOf } from './readPage.ts';

const FILES: Readonly<Record<string, string>> = {
  'file:///%E7%A7%91%E5%8D%8F.jxmb':
    '区科协\n单位: 万元\n合计\n总计: 5\n资金使用单位: 区科协\n总计: 5\n项目名称: 科协经费\n总计: 5\n',
  'file:///%E5%85%83.jxmb': '单位: 元\n项目名称: 不该有的\n',
};
const readTable = (uri: string) => FILES[uri];

async function namesIn(text: string, view: 'list' | 'structured'): Promise<(string | undefined)[]> {
  const { rows } = await readPage(openTable(text, { readTable }), view);
  return rows.map((row) => textsOf(row)[0]?.[0]);
}

test('rows of another table stand where it is taken in, without its title and its total', async () => {
  for (const view of ['list', 'structured'] as const) {
    const names = await namesIn('单位: 万元\n合计\n项目名称: 甲\n引用: 科协.jxmb\n资金使用单位: 本级\n', view);
    assert.deepEqual(names, ['合计', '甲', '区科协', '科协经费', '本级']);
  }
});

test('where it cannot be taken in, its place says why', async () => {
  for (const view of ['list', 'structured'] as const) {
    assert.deepEqual(await namesIn('单位: 万元\n引用: 没有.jxmb\n引用: 元.jxmb\n引用: ../外.jxmb\n引用:\n', view), [
      '引用 没有.jxmb\n没有"没有.jxmb"这个文件',
      '引用 元.jxmb\n"元.jxmb"的金额单位是元,本表是万元',
      '引用 ../外.jxmb\n只能引用本文件旁边或下级文件夹里的文件,路径从本文件所在的文件夹写起',
      '引用 \n没有写引用哪个文件',
    ]);
  }
});

test('what else is written there is not lost', async () => {
  assert.deepEqual(await namesIn('引用: 科协.jxmb\n待核对\n', 'list'), ['待核对', '区科协', '科协经费']);
});

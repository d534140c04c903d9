import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBracketed } from './bracketed.ts';

async function links(text: string, language: 'zh' | 'en' = 'zh') {
  const { service, document } = openBracketed(`${text}│`, { language });
  const found = await service.documentLinks(document);
  return found.map(({ range, target, tooltip }) => [document.getText(range), target, tooltip]);
}

test('each 引用 that leads to a place beside or below the table', async () =>
  assert.deepEqual(
    await links(
      '引用: 科协.jxmb\n\n引用： 各单位\\图书 馆.jxmb \n引用: ../上级.jxmb\n引用:\n项目名称: 甲\n引用: https://a.cn/b\n',
    ),
    [
      ['科协.jxmb', 'file:///%E7%A7%91%E5%8D%8F.jxmb', '打开引用的目标表'],
      [
        '各单位\\图书 馆.jxmb',
        'file:///%E5%90%84%E5%8D%95%E4%BD%8D/%E5%9B%BE%E4%B9%A6%20%E9%A6%86.jxmb',
        '打开引用的目标表',
      ],
    ],
  ));

test('in both languages', async () =>
  assert.equal((await links('引用: a.jxmb', 'en'))[0]?.[2], 'Open the table that is taken in'));

test('none within a goal, where the words are text', async () =>
  assert.deepEqual(await links('项目名称: 甲\n绩效目标: 建成\n引用: a.jxmb\n'), []));
